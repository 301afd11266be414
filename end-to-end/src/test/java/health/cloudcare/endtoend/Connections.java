package health.cloudcare.endtoend;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import health.cloudcare.journey.Answer;

import static org.awaitility.Awaitility.await;

/** What patients and doctors do with connections. */
final class Connections {

    static final String PATH = "/protected/user/";

    private Connections() {}

    /** The id of a new request; what the two had of each other before has ended. A doctor who was vouched for a moment ago is known soon. */
    static String requested(SignedIn patient, SignedIn doctor) {
        for (JsonNode waiting :
                patient.get(PATH + "getConnectionRequests").expect(200).json().path("outgoing")) {
            if (waiting.path("doctor_id").asText().equals(doctor.profileId().toString())) {
                patient.post(PATH + "deletePendingRequest/" + waiting.path("id").asText(), Map.of())
                        .expect(200);
            }
        }
        patient.post(PATH + "deleteConnection/" + doctor.profileId(), Map.of());
        return await("the doctor is known")
                .atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .until(
                        () -> patient.post(
                                PATH + "connectionRequest/" + doctor.profileId(), Map.of("additional_note", "Knee")),
                        answer -> answer.status() == 200)
                .json()
                .path("request_id")
                .asText();
    }

    static Answer accept(SignedIn doctor, String request) {
        return doctor.post(PATH + "acceptConnectionRequest/" + request, Map.of());
    }

    static String connected(SignedIn patient, SignedIn doctor) {
        String request = requested(patient, doctor);
        accept(doctor, request).expect(200);
        return request;
    }
}
