/** What a hospital has: beds, and what is needed beside them. */
@NullMarked
package health.cloudcare.hospital.resource;

import org.jspecify.annotations.NullMarked;
