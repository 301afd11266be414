package health.cloudcare.auth.phone;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

import health.cloudcare.auth.session.OwnSession;
import health.cloudcare.servicekit.answer.SuccessAnswer;

/** The documented successes of this surface. */
final class PhoneAnswers {

    private PhoneAnswers() {}

    static SuccessAnswer codeSent(UUID challengeId, Instant now) {
        return SuccessAnswer.of("A code is on its way.", now, Map.of("id", challengeId, "transaction_id", challengeId));
    }

    static RestResponse<SuccessAnswer> signedIn(String message, SignedIn signedIn, Instant now) {
        Map<String, Object> data =
                Map.of("session", signedIn.shown().members(), "user_data", PhoneUser.of(signedIn.account()));
        return withCookie(SuccessAnswer.of(message, now, data), SessionCookie.keeping(signedIn.session()));
    }

    static RestResponse<SuccessAnswer> signedOut(String message, Instant now) {
        return withCookie(SuccessAnswer.of(message, now, Map.of()), SessionCookie.cleared());
    }

    /** @param connections empty, and null in the answer, when they are not known at the moment */
    static SuccessAnswer session(OwnSession own, Optional<List<ConnectionApi.Connection>> connections, Instant now) {
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
        data.put("connections", connections.orElse(null));
        return SuccessAnswer.of("You are signed in.", now, data);
    }

    private static RestResponse<SuccessAnswer> withCookie(SuccessAnswer answer, String cookie) {
        return RestResponse.ResponseBuilder.ok(answer)
                .header(HttpHeaders.SET_COOKIE, cookie)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
