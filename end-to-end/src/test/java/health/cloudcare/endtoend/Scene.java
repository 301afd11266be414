package health.cloudcare.endtoend;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import health.cloudcare.journey.NewDoctor;
import health.cloudcare.journey.PatientClient;

/** What the names in braces of one row stand for: some of the cast, and some made for this row alone. */
final class Scene {

    private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

    private final Cast cast;
    private final String administrator;
    private final Map<String, String> props = new ConcurrentHashMap<>();

    Scene(Cast cast) {
        this.cast = cast;
        this.administrator = cast.suite().administratorToken();
    }

    /** The text for a caller, who may be named in it as well. */
    String filledFor(Relation caller, String text) {
        UnaryOperator<String> value =
                name -> name.equals("caller") ? callerId(caller) : props.computeIfAbsent(name, this::make);
        return NAME.matcher(text).replaceAll((MatchResult match) -> value.apply(match.group(1)));
    }

    /** Makes what is to be made before the first caller comes. */
    void prepare(String text) {
        String unused = filledFor(Relation.SELF, text);
    }

    /** Null for the one who has none. */
    @Nullable
    String token(Relation caller) {
        return switch (caller) {
            case ANONYMOUS -> null;
            case ADMIN -> administrator;
            default -> cast.of(caller).token();
        };
    }

    /** Of somebody of the same role who is needed for nothing else. */
    @Nullable
    String throwawayToken(Relation caller) {
        if (caller == Relation.ANONYMOUS) {
            return null;
        }
        if (caller == Relation.ADMIN) {
            return cast.suite().newAdministratorToken();
        }
        return newcomer(caller).token();
    }

    private SignedIn newcomer(Relation like) {
        SignedIn hospital = cast.of(Relation.ADMITTING);
        if (like.hasRole("DOCTOR")) {
            return Hospitals.doctorOf(hospital, NewDoctor.invent());
        }
        return like.hasRole("PATIENT")
                ? SignedIn.newPatient(hospital.gateway())
                : Hospitals.signedUp(hospital.gateway());
    }

    private String callerId(Relation caller) {
        return switch (caller) {
            case ANONYMOUS, ADMIN -> UUID.randomUUID().toString();
            default -> id(cast.of(caller));
        };
    }

    private String make(String name) {
        return switch (name) {
            case "patient" -> id(cast.of(Relation.SELF));
            // whom none of the others has anything to do with
            case "stranger" -> id(cast.stranger());
            case "unknown" -> UUID.randomUUID().toString();
            case "doctor" -> id(cast.of(Relation.FULL));
            case "hospital" -> id(cast.of(Relation.ADMITTING));
            case "consent" -> cast.consentOf(Relation.FULL);
            case "request" -> requested();
            case "denied" -> denied();
            case "session" -> cast.spareSession().sessionId();
            case "applicant" -> id(newcomer(Relation.UNVERIFIED));
            case "newcomer" -> id(newcomer(Relation.ELSEWHERE));
            case "account" -> newcomer(Relation.OTHER).user().path("id").asText();
            case "import" -> importId();
            case "note" -> noteId();
            case "document" -> documentId();
            case "uid" -> aadhaarUid();
            case "connection-request" -> connectionRequest();
            case "connection" -> connection();
            case "department" -> departmentId();
            default -> throw new IllegalArgumentException("nothing is called " + name);
        };
    }

    private String requested() {
        return Consents.requested(cast.asker(), cast.of(Relation.SELF).profileId());
    }

    private String denied() {
        String consent = requested();
        Consents.deny(cast.of(Relation.SELF), consent).expect(200);
        return consent;
    }

    private String importId() {
        return cast.of(Relation.SELF)
                .get(PatientClient.IMPORTS)
                .expect(200)
                .json()
                .path(0)
                .path("import_id")
                .asText();
    }

    private String noteId() {
        String notes = ConsentedRead.NOTES.path(cast.of(Relation.SELF).profileId());
        Map<String, String> note = Map.of("record_type", "CHECKUP", "title", "Pulse", "description", "Regular.");
        return cast.of(Relation.FULL)
                .post(notes, note)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private String documentId() {
        SignedIn patient = cast.of(Relation.SELF);
        return patient.post(
                        "/api/v1/documents/upload",
                        Map.of(
                                "patient_id",
                                patient.profileId(),
                                "title",
                                "Report",
                                "description",
                                "Blood count",
                                "record_type",
                                "LAB_REPORT"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private String aadhaarUid() {
        return cast.of(Relation.SELF).user().path("aadhar_uid").asText();
    }

    /** To the doctor whom rows call by that name; one that waits from another row is taken back. */
    private String connectionRequest() {
        return Connections.requested(cast.of(Relation.SELF), cast.of(Relation.FULL));
    }

    private String connection() {
        String request = connectionRequest();
        Connections.accept(cast.of(Relation.FULL), request).expect(200);
        return request;
    }

    private String departmentId() {
        SignedIn hospital = cast.of(Relation.ADMITTING);
        return hospital.post(
                        "/api/v1/hospitals/" + hospital.profileId() + "/departments",
                        Map.of("name", "Ward " + UUID.randomUUID(), "total_beds", 4))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static String id(SignedIn somebody) {
        return somebody.profileId().toString();
    }
}
