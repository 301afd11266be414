package health.cloudcare.notification.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.ResponseStatus;

import health.cloudcare.servicekit.identity.RoleNames;

/** Sends a message for another service and answers once it is handed over. */
@Path("/internal/v1/messages")
@RolesAllowed(RoleNames.SERVICE)
class MessageResource {

    private final MessageDelivery delivery;

    MessageResource(MessageDelivery delivery) {
        this.delivery = delivery;
    }

    @POST
    @ResponseStatus(202)
    public Uni<MessageAcceptedResponse> send(@NotNull @Valid SendMessageRequest request) {
        return delivery.deliver(request).map(MessageAcceptedResponse::new);
    }
}
