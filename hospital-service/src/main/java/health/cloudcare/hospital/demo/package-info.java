@NullMarked
package health.cloudcare.hospital.demo;

import org.jspecify.annotations.NullMarked;
