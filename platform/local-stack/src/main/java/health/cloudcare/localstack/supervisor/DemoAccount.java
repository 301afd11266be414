package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import health.cloudcare.localstack.secret.LocalSecrets;

/** A patient of this installation to sign in as. The password is generated, like every other local secret. */
record DemoAccount(String email, String password) {
    static final List<SuiteService> NEEDS = List.of(SuiteService.GATEWAY, SuiteService.AUTH, SuiteService.PATIENT);

    static final String ADMIN_EMAIL = "admin@cloudcare.example";

    private static final String EMAIL = "demo.patient@cloudcare.example";
    private static final int TIMEOUT_MILLIS = 20_000;

    /** Signs the patient up unless it is there already; empty when the sign-up is refused. */
    static Optional<DemoAccount> present(String gateway, LocalSecrets secrets) {
        var account = new DemoAccount(EMAIL, secrets.demoPassword());
        try {
            int status = account.signUp(URI.create(gateway + "/api/v1/auth/signup/patient"));
            boolean there = status == HttpURLConnection.HTTP_CREATED || status == HttpURLConnection.HTTP_CONFLICT;
            return there ? Optional.of(account) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the suite is usable without it
        }
    }

    private int signUp(URI endpoint) throws IOException {
        var connection = (HttpURLConnection) endpoint.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (var body = connection.getOutputStream()) {
            body.write(request().getBytes(StandardCharsets.UTF_8));
        }
        return connection.getResponseCode();
    }

    /** An invented person; the Aadhaar number is one UIDAI publishes for tests. */
    private String request() {
        return """
                {"email": "%s", "password": "%s", "aadhar_number": "999941057058",
                 "first_name": "Demo", "last_name": "Patient", "date_of_birth": "1990-01-15", "gender": "OTHER",
                 "blood_group": "O+", "phone_primary": "+919000000001", "address_line1": "1 Example Street",
                 "city": "Bengaluru", "state": "Karnataka", "postal_code": "560001", "country": "India",
                 "emergency_contact_name": "Demo Contact", "emergency_contact_phone": "+919000000002",
                 "emergency_contact_relation": "Friend", "height_cm": 170, "weight_kg": 65}
                """.formatted(email, password);
    }

    @Override
    public String toString() {
        return "DemoAccount";
    }
}
