package health.cloudcare.auth.session;

/** The flat success of the Auth Service surface. */
public record SuccessResponse(boolean success, String message) {

    public static SuccessResponse of(String message) {
        return new SuccessResponse(true, message);
    }
}
