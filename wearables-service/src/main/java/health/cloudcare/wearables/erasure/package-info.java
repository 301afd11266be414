/** What becomes of a patient's data when their account is gone. */
@NullMarked
package health.cloudcare.wearables.erasure;

import org.jspecify.annotations.NullMarked;
