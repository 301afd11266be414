package health.cloudcare.document;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import health.cloudcare.testkit.token.Tokens;

import static io.restassured.RestAssured.given;

/** A document about to be uploaded for a patient. */
public record NewDocument(UUID patientId, Map<String, Object> body) {

    public static final String DOCUMENTS = "/api/v1/documents";
    public static final String UPLOAD = DOCUMENTS + "/upload";

    /** As the app sends it: always declared as octet-stream, and without a date. */
    private static final String APP_PREFIX = "data:application/octet-stream;base64,";

    public static NewDocument aDocument() {
        return aDocumentOf(UUID.randomUUID());
    }

    public static NewDocument aDocumentOf(UUID patientId) {
        Map<String, Object> body = new HashMap<>();
        body.put("patient_id", patientId);
        body.put("title", "Blood count");
        body.put("description", "Yearly check");
        body.put("record_type", "LAB_REPORT");
        return new NewDocument(patientId, body);
    }

    public NewDocument with(String member, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(member, value);
        return new NewDocument(patientId, changed);
    }

    public NewDocument without(String member) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.remove(member);
        return new NewDocument(patientId, changed);
    }

    public NewDocument withFile(byte[] file) {
        return with("file_data", APP_PREFIX + Base64.getEncoder().encodeToString(file));
    }

    public Response upload() {
        return upload(Tokens.patient(patientId));
    }

    public Response upload(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(UPLOAD);
    }

    /** The status alone, for bodies that other clients copy many times over. */
    public int uploadAtOnce() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + UPLOAD))
                .header("Authorization", "Bearer " + Tokens.patient(patientId))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new ObjectMapper().writeValueAsBytes(body)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    /** The id of the record that comes of it. */
    public UUID uploaded() {
        return UUID.fromString(upload().then().statusCode(201).extract().path("id"));
    }

    /** As a command line sends it: under a name and a type that say nothing. */
    public Response uploadAsForm(byte[] file) {
        return form().multiPart("file", "report.bin", file, "application/x-unknown")
                .post(UPLOAD);
    }

    public Response uploadAsFormWithoutFile() {
        return form().post(UPLOAD);
    }

    private RequestSpecification form() {
        RequestSpecification form =
                given().auth().oauth2(Tokens.patient(patientId)).contentType(ContentType.MULTIPART);
        body.forEach((member, value) -> form.multiPart(member, value.toString()));
        return form;
    }

    public static Response list(UUID patientId, String token) {
        return given().auth().oauth2(token).get(DOCUMENTS + "/" + patientId);
    }

    public static Response list(UUID patientId) {
        return list(patientId, Tokens.patient(patientId));
    }

    public static Response delete(UUID recordId, String token) {
        return given().auth().oauth2(token).delete(DOCUMENTS + "/" + recordId);
    }
}
