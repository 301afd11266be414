package health.cloudcare.notification.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;

/**
 * @param to a telephone number in E.164 or an e-mail address
 * @param parameters what the template needs; further ones are ignored
 */
public record SendMessageRequest(
        @NotNull Channel channel,
        @NotNull String to,
        @NotNull MessageTemplate template,
        @Nullable Map<String, String> parameters) {

    /** Codes and minutes are digits: nobody can smuggle a link or a second line into a message of ours. */
    private static final Pattern VALUE = Pattern.compile("[0-9]{1,10}");

    /** What is wrong between the members, when each is there. */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (!channel.accepts(to)) {
            errors.add(new FieldError("to", channel.addressRule(), "address"));
        }
        template.parameters().stream()
                .sorted()
                .filter(name -> !VALUE.matcher(values().getOrDefault(name, "")).matches())
                .map(name -> new FieldError("parameters." + name, "must be 1 to 10 digits", "parameter"))
                .forEach(errors::add);
        return errors;
    }

    Map<String, String> values() {
        return parameters == null ? Map.of() : parameters;
    }

    @Override
    public String toString() {
        return channel + " " + template;
    }
}
