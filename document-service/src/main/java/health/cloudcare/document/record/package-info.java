/** A patient's medical records and their files: who adds, sees and removes them. */
@NullMarked
package health.cloudcare.document.record;

import org.jspecify.annotations.NullMarked;
