package health.cloudcare.gateway.docs;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import health.cloudcare.gateway.proxy.Upstreams;
import health.cloudcare.gateway.route.Service;
import health.cloudcare.servicekit.problem.ProblemType;

/** The OpenAPI documents of all services at one place. */
@Path("/docs")
@PermitAll
public class DocsResource {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>CloudCare API</title></head>
            <body>
            <h1>CloudCare API</h1>
            <p>One OpenAPI document per service; all paths are relative to this address.</p>
            <ul>
            %s
            </ul>
            </body>
            </html>
            """;

    private final Upstreams upstreams;

    DocsResource(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String page() {
        return PAGE.formatted(Stream.of(Service.values())
                .map(Service::key)
                .map(key -> "<li><a href=\"/docs/openapi/%s\">%s</a></li>".formatted(key, key))
                .collect(Collectors.joining("\n")));
    }

    @GET
    @Path("openapi/{service}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Buffer> document(@PathParam("service") String key) {
        Service service = Service.named(key)
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no service of this name."));
        return upstreams
                .document(service, "/q/openapi?format=json")
                .onFailure()
                .transform(failure -> ProblemType.UNAVAILABLE.problem("The service cannot be reached just now."));
    }
}
