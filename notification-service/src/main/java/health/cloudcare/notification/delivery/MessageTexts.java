package health.cloudcare.notification.delivery;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Engine;

/** The words of a message, from the templates. */
@ApplicationScoped
class MessageTexts {

    private final Engine engine;

    MessageTexts(Engine engine) {
        this.engine = engine;
    }

    /** One line that fits into a single text message. */
    Sms sms(UUID id, SendMessageRequest request) {
        return new Sms(id, request.to(), render("sms/%s.txt", request).strip());
    }

    Email email(UUID id, SendMessageRequest request) {
        return new Email(
                id,
                request.to(),
                request.template().subject(),
                render("mail/%s.txt", request).strip(),
                render("mail/%s.html", request));
    }

    private String render(String place, SendMessageRequest request) {
        String file = place.formatted(request.template().wireName());
        return engine.getTemplate(file).data("parameters", request.values()).render();
    }
}
