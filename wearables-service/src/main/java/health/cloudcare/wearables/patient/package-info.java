/** What this service needs to know of patients: that they exist and where their day begins. */
@NullMarked
package health.cloudcare.wearables.patient;

import org.jspecify.annotations.NullMarked;
