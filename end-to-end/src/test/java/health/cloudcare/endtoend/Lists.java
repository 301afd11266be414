package health.cloudcare.endtoend;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What stands in answers that are lists. */
final class Lists {

    private Lists() {}

    /** One member of each item; empty where an item does not have it. */
    static List<String> texts(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(member).asText())
                .toList();
    }

    /** What somebody was notified of. */
    static List<String> notices(SignedIn somebody) {
        return texts(
                somebody.get("/api/v1/notifications?size=100")
                        .expect(200)
                        .json()
                        .path("items"),
                "kind");
    }
}
