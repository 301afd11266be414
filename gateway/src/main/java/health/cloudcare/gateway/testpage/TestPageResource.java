package health.cloudcare.gateway.testpage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** A page to sign up and sign in with by hand. Reached in local mode only: the door knows it there and nowhere else. */
@Path("/test")
@PermitAll
public class TestPageResource {

    private static final String OWN_CONTENT_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    @GET
    @Operation(hidden = true)
    public Response page() {
        return file("page.html", MediaType.TEXT_HTML);
    }

    @GET
    @Path("page.js")
    @Operation(hidden = true)
    public Response script() {
        return file("page.js", "text/javascript");
    }

    @GET
    @Path("page.css")
    @Operation(hidden = true)
    public Response style() {
        return file("page.css", "text/css");
    }

    private static Response file(String name, String mediaType) {
        try (InputStream content = Objects.requireNonNull(TestPageResource.class.getResourceAsStream(name))) {
            return Response.ok(content.readAllBytes(), mediaType + ";charset=UTF-8")
                    .header("Content-Security-Policy", OWN_CONTENT_ONLY)
                    .header("Referrer-Policy", "no-referrer")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
