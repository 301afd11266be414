package health.cloudcare.notification.outbox;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

/** Open to everyone who reaches it: it exists in local mode only, where services and gateway listen on loopback. */
@Path("/outbox")
@PermitAll
public class OutboxResource {

    private final LocalOutbox outbox;
    private final Template page;

    OutboxResource(LocalOutbox outbox, @Location("outbox.html") Template page) {
        this.outbox = outbox;
        this.page = page;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(summary = "The newest SMS and e-mails of a local installation, newest first")
    public OutboxResponse json(@RestQuery @Nullable String to) {
        return messages(to);
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";qs=0.5")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(hidden = true)
    public String html(@RestQuery @Nullable String to) {
        return page.data("messages", messages(to).messages()).render();
    }

    private OutboxResponse messages(@Nullable String to) {
        if (!outbox.isOpen()) {
            throw ProblemType.NOT_FOUND.problem("There is nothing here for you.");
        }
        // an unescaped + of a telephone number arrives as a space
        return new OutboxResponse(to == null ? outbox.newest() : outbox.newestTo(to.replace(' ', '+')));
    }
}
