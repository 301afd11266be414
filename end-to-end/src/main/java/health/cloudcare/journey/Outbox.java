package health.cloudcare.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What a local installation sent by SMS and e-mail: the telephone and the mailbox of invented people. */
public final class Outbox {

    private static final String PATH = "/outbox";
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    private final Gateway gateway;

    public Outbox(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The newest first. */
    public Stream<String> textsTo(String address) {
        JsonNode messages = gateway.send("GET", PATH + "?to=" + Gateway.encoded(address), Map.of())
                .expect(200)
                .json()
                .path("messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.path("text").asText());
    }

    /** The codes that were sent there, the newest first. */
    public List<String> codesTo(String address) {
        return textsTo(address).flatMap(text -> codeIn(text).stream()).toList();
    }

    private static Optional<String> codeIn(String text) {
        Matcher matcher = CODE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
