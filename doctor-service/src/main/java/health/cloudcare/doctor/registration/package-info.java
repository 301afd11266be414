/**
 * How a doctor's profile comes to be, is vouched for and ends with its account: the doctor side of the signup saga that
 * auth-service drives.
 */
@NullMarked
package health.cloudcare.doctor.registration;

import org.jspecify.annotations.NullMarked;
