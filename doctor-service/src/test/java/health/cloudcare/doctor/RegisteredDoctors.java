package health.cloudcare.doctor;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.awaitility.Awaitility;

import static health.cloudcare.doctor.AccountStory.registered;
import static health.cloudcare.doctor.AccountStory.tell;
import static health.cloudcare.doctor.AccountStory.verified;

/** Doctors who may act: registered, and somebody vouched for them. */
@ApplicationScoped
public class RegisteredDoctors {

    private final DoctorTables tables;

    RegisteredDoctors(DoctorTables tables) {
        this.tables = tables;
    }

    public NewDoctor verifiedDoctor(NewDoctor doctor) {
        doctor.registered();
        tell(registered(doctor), verified(doctor));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> tables.doctor(doctor.doctorId()).containsKey("verified_at"));
        return doctor;
    }
}
