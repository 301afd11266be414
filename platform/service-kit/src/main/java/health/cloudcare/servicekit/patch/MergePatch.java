package health.cloudcare.servicekit.patch;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * JSON Merge Patch (RFC 7396), one level deep: what a request names replaces what is there, null takes it away, and everything
 * else stays. What may be changed at all is what the record has; the record's constraints say what may become of it.
 */
@Singleton
public class MergePatch {

    private static final ProblemType NOTHING = new ProblemType("VALIDATION_ERROR", 400, "Nothing to update");

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The record as it is after the change. Throws a 400 problem when the request names none of its members, as the documents have it,
     * and a 422 problem when a member is not what it must be.
     */
    public <T extends Record> T apply(T current, JsonNode patch, Class<T> type) {
        ObjectNode merged = json.valueToTree(current);
        if (!patch.isObject()) {
            throw ProblemType.INVALID.problem("The request body must be a JSON object.");
        }
        List<String> named = patch.propertyStream()
                .map(member -> member.getKey())
                .filter(merged::has)
                .toList();
        if (named.isEmpty()) {
            throw NOTHING.problem("There is nothing to update.");
        }
        named.forEach(member -> merged.set(member, patch.get(member)));
        return valid(read(merged, type));
    }

    private <T> T read(ObjectNode merged, Class<T> type) {
        try {
            return json.treeToValue(merged, type);
        } catch (JsonMappingException e) {
            String member = e.getPath().isEmpty() ? "" : e.getPath().getFirst().getFieldName();
            throw ProblemType.INVALID.problem(
                    "A member of the request body has the wrong format.",
                    List.of(new FieldError(member, "has the wrong type or format", "format")));
        } catch (JsonProcessingException e) {
            throw ProblemType.INVALID.problem("The request body is not the JSON expected here.");
        }
    }

    private <T> T valid(T changed) {
        Set<ConstraintViolation<T>> violations = validator.validate(changed);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return changed;
    }
}
