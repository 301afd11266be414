/** Doctors, whom doctor-service knows. */
@NullMarked
package health.cloudcare.hospital.doctorservice;

import org.jspecify.annotations.NullMarked;
