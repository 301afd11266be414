package health.cloudcare.auth.profile;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** The service that owns a profile said no, for a reason that may be told to the person. */
public final class ProfileRefusal extends RuntimeException {

    private static final Set<Integer> STATUSES = Set.of(404, 409, 422);
    private static final String CANCELLED = "REGISTRATION_CANCELLED";

    private final ProblemType type;
    private final List<FieldError> errors;

    private ProfileRefusal(ProblemType type, String detail, List<FieldError> errors) {
        super(detail);
        this.type = type;
        this.errors = errors;
    }

    /** The members of a problem body that are of use here. */
    record Body(
            @Nullable String title,
            @Nullable String detail,
            @Nullable String errorCode,
            @Nullable List<FieldError> errors) {}

    static RuntimeException orUnavailable(Response response) {
        return STATUSES.contains(response.getStatus()) && response.hasEntity()
                ? read(response)
                : new ProfileUnavailable("the owner of the profile answered " + response.getStatus(), null);
    }

    private static ProfileRefusal read(Response response) {
        Body body = response.readEntity(Body.class);
        int status = response.getStatus();
        String title = body.title() == null ? "Refused" : body.title();
        String code = body.errorCode() == null ? "HTTP_" + status : body.errorCode();
        String detail = body.detail() == null ? title : body.detail();
        return new ProfileRefusal(
                new ProblemType(code, status, title), detail, body.errors() == null ? List.of() : body.errors());
    }

    public String code() {
        return type.code();
    }

    public boolean isNotFound() {
        return type.status() == 404;
    }

    /** Somebody undid this registration already. */
    public boolean isCancelled() {
        return type.code().equals(CANCELLED);
    }

    /** The same refusal for our own caller. */
    public HttpProblem problem() {
        return type.problem(String.valueOf(getMessage()), errors);
    }
}
