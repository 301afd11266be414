package health.cloudcare.hospital.admission;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

import health.cloudcare.contracts.AffiliationChanged;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.hospital.AccountStory;
import health.cloudcare.hospital.HospitalTables;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static health.cloudcare.hospital.NewHospital.aHospital;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static io.restassured.RestAssured.given;

/** Hospitals that admit, and what is in their books. */
@ApplicationScoped
public class Ward {

    private final HospitalTables tables;

    Ward(HospitalTables tables) {
        this.tables = tables;
    }

    NewHospital openHospital(int beds) {
        NewHospital hospital = aHospital().with("total_beds", beds).registered();
        AccountStory.tell(AccountStory.registered(hospital), AccountStory.verified(hospital));
        await(() -> tables.hospital(hospital.hospitalId()).containsKey("verified_at"));
        return hospital;
    }

    Object freeBeds(NewHospital hospital) {
        return tables.hospital(hospital.hospitalId()).get("available_beds");
    }

    /** What the hospital says of a patient, whom it names unless it gives an Aadhaar number; not answered yet. */
    ConsentStory asked(NewHospital hospital, UUID patient, Map<String, ?> said) {
        ConsentStory story = ConsentStory.of(patient, hospital);
        say(story, hospital, said);
        AccountStory.tell(story.requested());
        awaitVersion(story, 1);
        return story;
    }

    static void say(ConsentStory story, NewHospital hospital, Map<String, ?> said) {
        PatientServiceDouble.client()
                .register(
                        post(urlEqualTo("/internal/v1/consents")).willReturn(okJson("""
                {"consent_id": "%s", "status": "PENDING"}""".formatted(story.consentId()))));
        Map<String, Object> body = new HashMap<>(said);
        if (!body.containsKey("aadhar_number")) {
            body.put("patient_id", story.patientId());
        }
        as(hospital).body(body).post(path(hospital) + "/admit").then().statusCode(200);
    }

    ConsentStory admitted(NewHospital hospital, UUID patient, Map<String, ?> said) {
        ConsentStory story = asked(hospital, patient, said);
        AccountStory.tell(story.granted());
        awaitStatus(story, "ADMITTED");
        return story;
    }

    static AffiliationChanged works(NewHospital hospital, UUID doctor, String standing, int version) {
        return new AffiliationChanged(
                ConsentStory.REQUESTED_AT, doctor, hospital.hospitalId(), standing, false, version);
    }

    static void awaitStaff(NewHospital hospital, int doctors) {
        await(() -> doctors == as(hospital).get(path(hospital) + "/dashboard").<Integer>path("total_doctors"));
    }

    void awaitClosed(NewHospital hospital) {
        await(() -> "CLOSED".equals(tables.hospital(hospital.hospitalId()).get("status")));
    }

    void awaitStatus(ConsentStory story, String status) {
        await(() -> status.equals(tables.admission(story.consentId()).get("status")));
    }

    /** Until this version of the consent was taken in, and with it whatever was told of the patient before. */
    void awaitVersion(ConsentStory story, int version) {
        await(() -> Integer.valueOf(version)
                .equals(tables.admission(story.consentId()).get("consent_version")));
    }

    static <E extends Event> List<E> told(NewHospital hospital, String type, Class<E> eventClass, int count) {
        try (KafkaRecords records = KafkaRecords.of(Topic.HOSPITAL)) {
            return records.await(withKey(hospital.hospitalId().toString()).and(withType(type)), count).stream()
                    .map(record -> EventJson.read(record.value(), eventClass))
                    .toList();
        }
    }

    static Response discharge(NewHospital hospital, UUID patientId) {
        return as(hospital).post(dischargeOf(patientId, hospital));
    }

    /** With no body, and no type of one: REST Assured always sends some. */
    static int dischargeWithoutAWord(NewHospital hospital, UUID patientId) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + dischargeOf(patientId, hospital)))
                .header("Authorization", "Bearer " + Tokens.hospitalAdmin(hospital.hospitalId()))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    static String dischargeOf(UUID patientId, NewHospital hospital) {
        return path(hospital) + "/patients/" + patientId + "/discharge";
    }

    static RequestSpecification as(NewHospital hospital) {
        return as(Tokens.hospitalAdmin(hospital.hospitalId()));
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static String path(NewHospital hospital) {
        return "/api/v1/hospitals/" + hospital.hospitalId();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
