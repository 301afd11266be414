package health.cloudcare.servicekit.problem;

/**
 * What is wrong with one member of a request. Never carries the value that was refused: it may be health data.
 *
 * @param field path of the member as on the wire, for example {@code address.postal_code}
 * @param message what is expected
 * @param type the rule that was broken, for example {@code not_blank}
 */
public record FieldError(String field, String message, String type) {}
