package health.cloudcare.testkit.token;

import java.util.UUID;

/**
 * Access tokens for tests, ready for {@code .auth().oauth2(…)}. What a token is to be wrong about starts from the
 * {@code …Token} methods: {@code Tokens.patientToken(id).issuer("https://elsewhere").sign()}.
 */
public final class Tokens {

    private Tokens() {}

    public static TestToken patientToken(UUID patientId) {
        return TestToken.of("PATIENT").claim("patient_id", patientId.toString());
    }

    public static TestToken doctorToken(UUID doctorId) {
        return TestToken.of("DOCTOR").claim("doctor_id", doctorId.toString()).claim("verified", true);
    }

    public static TestToken hospitalAdminToken(UUID hospitalId) {
        return TestToken.of("HOSPITAL_ADMIN")
                .claim("hospital_id", hospitalId.toString())
                .claim("verified", true);
    }

    public static TestToken systemAdminToken() {
        return TestToken.of("SYSTEM_ADMIN");
    }

    public static TestToken serviceToken() {
        return TestToken.of("SERVICE");
    }

    /** Of a device that is paired with that patient. */
    public static String device(UUID patientId, String deviceId) {
        return TestToken.of("DEVICE")
                .claim("patient_id", patientId.toString())
                .claim("device_id", deviceId)
                .sign();
    }

    public static String patient(UUID patientId) {
        return patientToken(patientId).sign();
    }

    public static String patient(UUID accountId, UUID patientId) {
        return patientToken(patientId).account(accountId).sign();
    }

    public static String doctor(UUID doctorId) {
        return doctorToken(doctorId).sign();
    }

    public static String hospitalAdmin(UUID hospitalId) {
        return hospitalAdminToken(hospitalId).sign();
    }

    public static String systemAdmin() {
        return systemAdminToken().sign();
    }

    public static String service() {
        return serviceToken().sign();
    }

    public static String expiredPatient(UUID patientId) {
        return patientToken(patientId).expired().sign();
    }

    public static String patientWithWrongAudience(UUID patientId) {
        return patientToken(patientId).audience("somebody-else").sign();
    }

    public static String patientSignedByStranger(UUID patientId) {
        return patientToken(patientId).signByStranger();
    }

    public static String unsignedNonePatient(UUID patientId) {
        return patientToken(patientId).unsigned();
    }
}
