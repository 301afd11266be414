/**
 * How a hospital comes to be, is vouched for and ends with its account: the hospital side of the signup saga that
 * auth-service drives.
 */
@NullMarked
package health.cloudcare.hospital.registration;

import org.jspecify.annotations.NullMarked;
