package health.cloudcare.endtoend;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What must not turn up somewhere, by what it is; none of it has been anywhere before. */
final class Canary {

    private final Map<String, Pattern> secrets = new LinkedHashMap<>();
    private final Map<String, Pattern> persons = new LinkedHashMap<>();

    /** Nowhere at all, neither as it is nor as bytes nor as part of something. */
    void secret(String what, String text) {
        secrets.put(what, Pattern.compile(anyOf(text)));
    }

    /** Six digits are part of many a number, so a code counts only when it stands alone. */
    void code(String what, String code) {
        secrets.put(what, Pattern.compile("(?<![0-9A-Za-z.+-])" + code + "(?![0-9A-Za-z.-])"));
    }

    /** However its groups are written. */
    void aadhaarNumber(String number) {
        String spaced = number.substring(0, 4) + "[ -]?" + number.substring(4, 8) + "[ -]?" + number.substring(8);
        secrets.put("Aadhaar number", Pattern.compile(spaced + "|" + anyOf(number)));
    }

    /** In the columns that are meant for it, and nowhere else. */
    void personal(String what, String text) {
        persons.put(what, Pattern.compile(anyOf(text)));
    }

    /** What of the secrets was found. */
    String secretsIn(String text) {
        return found(secrets, text);
    }

    String anythingIn(String text) {
        return found(secrets, text) + found(persons, text);
    }

    String personsIn(String text) {
        return found(persons, text);
    }

    private static String anyOf(String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(UTF_8));
        return "(?i)(?:" + Pattern.quote(text) + "|" + hex.toLowerCase(Locale.ROOT) + ")";
    }

    private static String found(Map<String, Pattern> canaries, String text) {
        return canaries.entrySet().stream()
                .filter(canary -> canary.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
