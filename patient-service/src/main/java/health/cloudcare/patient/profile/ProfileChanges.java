package health.cloudcare.patient.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A change in either of the two documented shapes, as the members of the API page. What the app composes of several members is taken
 * apart again: a name into first, middle and last; {@code name (relation) - phone} of the family contact; an address, unless it is the
 * one that was shown, becomes the first line. A member that is given under its own name counts. The age follows from the day of
 * birth, so it is not taken.
 */
final class ProfileChanges {

    private static final Map<String, String> SAME = Map.of(
            "blood_type", "blood_group",
            "contact", "phone_primary",
            "insurance_id", "insurance_policy_no");

    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern FAMILY_CONTACT =
            Pattern.compile("([^(]+?)\\s*(?:\\(([^)]*)\\))?\\s*(?:-\\s*(\\+?[0-9][0-9 -]*))?");

    private ProfileChanges() {}

    static JsonNode flat(JsonNode given, Patient patient) {
        if (!(given instanceof ObjectNode change)) {
            return given;
        }
        ObjectNode flat = change.deepCopy();
        SAME.forEach((member, name) -> {
            if (change.has(member)) {
                put(flat, change, name, change.get(member));
            }
        });
        text(change, "name").ifPresent(name -> name(flat, change, name));
        text(change, "family_contact").ifPresent(line -> familyContact(flat, change, line));
        text(change, "address")
                .filter(line -> !line.equals(patient.contact().address()))
                .ifPresent(line -> {
                    put(flat, change, "address_line1", flat.textNode(line));
                    put(flat, change, "address_line2", flat.nullNode());
                });
        return flat;
    }

    private static void name(ObjectNode flat, ObjectNode change, String name) {
        List<String> words = Arrays.asList(SPACES.split(name));
        int last = words.size() - 1;
        put(flat, change, "first_name", flat.textNode(words.getFirst()));
        put(
                flat,
                change,
                "middle_name",
                last < 2 ? flat.nullNode() : flat.textNode(String.join(" ", words.subList(1, last))));
        put(flat, change, "last_name", last < 1 ? flat.nullNode() : flat.textNode(words.getLast()));
    }

    private static void familyContact(ObjectNode flat, ObjectNode change, String line) {
        Matcher parts = FAMILY_CONTACT.matcher(line);
        boolean composed = parts.matches();
        put(flat, change, "emergency_contact_name", flat.textNode(composed ? parts.group(1) : line));
        if (composed && parts.group(2) != null) {
            put(flat, change, "emergency_contact_relation", flat.textNode(parts.group(2)));
        }
        if (composed && parts.group(3) != null) {
            put(flat, change, "emergency_contact_phone", flat.textNode(parts.group(3)));
        }
    }

    private static Optional<String> text(ObjectNode change, String member) {
        JsonNode given = change.path(member);
        return given.isTextual() && !given.textValue().isBlank()
                ? Optional.of(given.textValue().strip())
                : Optional.empty();
    }

    private static void put(ObjectNode flat, ObjectNode change, String name, JsonNode value) {
        if (!change.has(name)) {
            flat.set(name, value);
        }
    }
}
