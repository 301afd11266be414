@NullMarked
package health.cloudcare.document.recordtype;

import org.jspecify.annotations.NullMarked;
