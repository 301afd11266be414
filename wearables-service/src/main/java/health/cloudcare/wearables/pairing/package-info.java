/** Phones and watches that send for a patient without being signed in: paired by a code that the patient scans. */
@NullMarked
package health.cloudcare.wearables.pairing;

import org.jspecify.annotations.NullMarked;
