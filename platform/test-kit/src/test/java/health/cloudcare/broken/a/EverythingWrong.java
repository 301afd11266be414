package health.cloudcare.broken.a;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.reactive.messaging.Emitter;

import health.cloudcare.broken.b.Other;

@Path("/wrong")
public class EverythingWrong {

    public Other other;
    public Emitter<String> emitter;

    @GET
    public Instant open() {
        System.out.println(LocalDate.now(ZoneId.systemDefault()));
        return Instant.now();
    }

    @POST
    @PermitAll
    public List<Row> rows() {
        return List.of();
    }
}
