package health.cloudcare.endtoend;

import java.util.Map;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewDoctor;
import health.cloudcare.journey.NewHospital;

import static org.awaitility.Awaitility.await;

/** Hospitals and doctors to do something with. */
final class Hospitals {

    static final String SIGNUP = "/api/v1/auth/signup/hospital";
    static final String SIGNUP_OF_DOCTOR = "/api/v1/auth/signup/doctor";

    private Hospitals() {}

    static SignedIn signedUp(Gateway gateway) {
        return SignedIn.of(gateway, gateway.post(SIGNUP, NewHospital.invent().signupBody()), 201);
    }

    static String code(SignedIn hospital) {
        return hospital.user().path("hospital_code").asText();
    }

    /** Once the code of the hospital is known: its registration becomes complete by an event. */
    static SignedIn doctorOf(SignedIn hospital, NewDoctor doctor) {
        Gateway gateway = hospital.gateway();
        Answer answer = await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(
                        () -> gateway.post(SIGNUP_OF_DOCTOR, doctor.signupBody(code(hospital))),
                        attempt -> attempt.status() != 404);
        return SignedIn.of(gateway, answer, 201);
    }

    static void vouchForHospital(Suite suite, SignedIn hospital) {
        suite.gateway()
                .post(
                        "/api/v1/auth/hospitals/" + hospital.profileId() + "/verify",
                        Map.of(),
                        suite.administratorToken())
                .expect(200);
    }

    /** A hospital for which an administrator has vouched. */
    static SignedIn verified(Suite suite) {
        SignedIn hospital = signedUp(suite.gateway());
        vouchForHospital(suite, hospital);
        return hospital.renewed();
    }

    /** @param hospital which is verified, and vouches for the doctor */
    static SignedIn verifiedDoctorOf(SignedIn hospital) {
        SignedIn doctor = doctorOf(hospital, NewDoctor.invent());
        hospital.post("/api/v1/auth/doctors/" + doctor.profileId() + "/verify", Map.of())
                .expect(200);
        return doctor.renewed();
    }
}
