package health.cloudcare.benchmarks.login;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import health.cloudcare.benchmarks.load.Connection;
import health.cloudcare.benchmarks.load.Requests;

/**
 * Patients with accounts of their own, signed up through the gateway.
 *
 * @param logins their sign-ins
 * @param reads each of them reading their own profile
 */
record People(List<byte[]> logins, List<byte[]> reads) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "Saffron kettle 42";

    static People signUp(int count, int gatewayPort) throws IOException {
        List<byte[]> logins = new ArrayList<>();
        List<byte[]> reads = new ArrayList<>();
        try (Connection gateway = Connection.open(gatewayPort)) {
            for (int i = 0; i < count; i++) {
                String email = "person" + i + "@bench.example";
                JsonNode tokens = JSON.readTree(
                        gateway.exchange(Requests.post("/api/v1/auth/register", """
                        {"name":"Person %d","email":"%s","password":"%s","role":"patient","mobile_no":"+9190000%05d"}\
                        """.formatted(i, email, PASSWORD, i))));
                logins.add(Requests.post("/api/v1/auth/login", """
                        {"email":"%s","password":"%s"}""".formatted(email, PASSWORD)));
                reads.add(Requests.get(
                        "/api/v1/patients/"
                                + tokens.path("user").path("patient_id").asText() + "/profile",
                        tokens.path("access_token").asText()));
            }
        }
        return new People(List.copyOf(logins), List.copyOf(reads));
    }
}
