package health.cloudcare.auth.phone;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

import health.cloudcare.auth.session.OwnSession;

/** The documented successes of this surface. */
final class PhoneAnswers {

    private PhoneAnswers() {}

    static PhoneAnswer codeSent(UUID challengeId, Instant now) {
        return PhoneAnswer.of("A code is on its way.", now, Map.of("id", challengeId, "transaction_id", challengeId));
    }

    static RestResponse<PhoneAnswer> signedIn(String message, SignedIn signedIn, Instant now) {
        Map<String, Object> data =
                Map.of("session", signedIn.shown().members(), "user_data", PhoneUser.of(signedIn.account()));
        return withCookie(PhoneAnswer.of(message, now, data), SessionCookie.keeping(signedIn.session()));
    }

    static RestResponse<PhoneAnswer> signedOut(String message, Instant now) {
        return withCookie(PhoneAnswer.of(message, now, Map.of()), SessionCookie.cleared());
    }

    /** Nobody is connected with anybody yet. */
    static PhoneAnswer session(OwnSession own, Instant now) {
        PhoneUser user = PhoneUser.of(own.account());
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("name", user.name());
        profile.put("user_type", user.userType());
        profile.put("patient_id", user.patientId());
        profile.put("doctor_id", user.doctorId());
        Map<String, Object> data =
                new HashMap<>(new PhoneSession(own.account(), own.createdAt(), own.expiresAt()).members());
        data.put("user", user);
        data.put("profile", profile);
        data.put("connections", List.of());
        return PhoneAnswer.of("You are signed in.", now, data);
    }

    private static RestResponse<PhoneAnswer> withCookie(PhoneAnswer answer, String cookie) {
        return RestResponse.ResponseBuilder.ok(answer)
                .header(HttpHeaders.SET_COOKIE, cookie)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
