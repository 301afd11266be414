package health.cloudcare.sound.feature;

import java.time.Clock;
import java.time.Instant;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/sound")
public class Sound {

    private final Clock clock = Clock.systemUTC();

    @GET
    @PermitAll
    public Instant open() {
        return Instant.now(clock);
    }
}
