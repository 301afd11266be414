package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import health.cloudcare.localstack.secret.LocalSecrets;

/**
 * People of this installation to sign in as, beside the documented demo hospitals that auth-service provides: two patients and
 * a doctor of the first hospital, for whom it vouches. They sign up through the gateway like everybody else.
 */
final class DemoAccounts {
    static final List<SuiteService> NEEDS = List.of(
            SuiteService.GATEWAY, SuiteService.AUTH, SuiteService.PATIENT, SuiteService.DOCTOR, SuiteService.HOSPITAL);

    private static final Account HOSPITAL = new Account("demo hospital", "hospital1@gmail.com", "passme@123");
    private static final String HOSPITAL_CODE = "HC-B2631D";

    /** An account to try. */
    record Account(String who, String email, String password) {
        @Override
        public String toString() {
            return who;
        }
    }

    private final GatewayCalls gateway;
    private final String password;

    private DemoAccounts(GatewayCalls gateway, String password) {
        this.gateway = gateway;
        this.password = password;
    }

    /** Signs up whoever is not there yet; those refused are left out, the suite is usable without them. */
    static List<Account> present(String gateway, LocalSecrets secrets) {
        var demo = new DemoAccounts(new GatewayCalls(gateway), secrets.demoPassword());
        var accounts = new ArrayList<Account>();
        // invented people; the Aadhaar numbers are among those UIDAI publishes for tests
        demo.patient("demo patient", "demo.patient@cloudcare.example", "Demo", "999941057058")
                .ifPresent(accounts::add);
        demo.patient("second demo patient", "second.patient@cloudcare.example", "Second", "999971658847")
                .ifPresent(accounts::add);
        demo.doctor().ifPresent(accounts::add);
        accounts.add(HOSPITAL);
        return accounts;
    }

    private Optional<Account> patient(String who, String email, String firstName, String aadhaar) {
        String body = """
                {"email": "%s", "password": "%s", "aadhar_number": "%s",
                 "first_name": "%s", "last_name": "Patient", "date_of_birth": "1990-01-15", "gender": "OTHER",
                 "blood_group": "O+", "phone_primary": "+919000000001", "address_line1": "1 Example Street",
                 "city": "Bengaluru", "state": "Karnataka", "postal_code": "560001", "country": "India",
                 "emergency_contact_name": "Demo Contact", "emergency_contact_phone": "+919000000002",
                 "emergency_contact_relation": "Friend", "height_cm": 170, "weight_kg": 65}
                """.formatted(email, password, aadhaar, firstName);
        return signUp("/api/v1/auth/signup/patient", body).map(there -> new Account(who, email, password));
    }

    private Optional<Account> doctor() {
        String email = "demo.doctor@cloudcare.example";
        String body = """
                {"email": "%s", "password": "%s", "medical_license_no": "DEMO-00001",
                 "first_name": "Demo", "last_name": "Doctor", "phone_primary": "+919000000003",
                 "specialization": "General medicine", "qualifications": ["MBBS"], "experience_years": 10,
                 "hospital_code": "%s", "languages": ["English", "Hindi"]}
                """.formatted(email, password, HOSPITAL_CODE);
        Optional<GatewayCalls.Answer> signup = signUp("/api/v1/auth/signup/doctor", body);
        signup.flatMap(answer -> answer.text("doctor_id")).ifPresent(this::vouchFor);
        return signup.map(there -> new Account("demo doctor", email, password));
    }

    private void vouchFor(String doctorId) {
        try {
            String token = gateway.signIn(HOSPITAL.email(), HOSPITAL.password());
            gateway.post("/api/v1/auth/doctors/" + doctorId + "/verify", "{}", token);
        } catch (IOException e) {
            // the doctor stays unverified, which an administrator can change
        }
    }

    /** Present when the account is there now, or was before. */
    private Optional<GatewayCalls.Answer> signUp(String path, String body) {
        try {
            GatewayCalls.Answer answer = gateway.post(path, body, null);
            return answer.isThereNowOrBefore() ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static String row(Account account) {
        return String.format(Locale.ROOT, "%s / %s", account.email(), account.password());
    }
}
