package health.cloudcare.auth.delivery;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import health.cloudcare.auth.profile.ServiceTokenFilter;

@RegisterRestClient(configKey = "notification-service")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/internal/v1/messages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface MessageApi {

    record Message(Channel channel, String to, String template, Map<String, String> parameters) {

        public Message {
            parameters = Map.copyOf(parameters);
        }

        @Override
        public String toString() {
            return "Message " + template;
        }
    }

    @POST
    Uni<Void> send(Message message);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return new NotSentException(response.getStatus());
    }
}
