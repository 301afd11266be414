package health.cloudcare.document.file;

import java.time.Duration;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

import health.cloudcare.servicekit.problem.ProblemType;

/** Takes a slot for the whole exchange. */
@Provider
@TakesUploadSlot
class UploadSlotFilter implements ContainerRequestFilter {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final UploadSlots slots;
    private final CurrentVertxRequest request;

    UploadSlotFilter(UploadSlots slots, CurrentVertxRequest request) {
        this.slots = slots;
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (!slots.tryTake()) {
            throw ProblemType.UNAVAILABLE.retryAfter(
                    COME_BACK, "Too many documents are being uploaded. Send yours again shortly.");
        }
        request.getCurrent().addEndHandler(ended -> slots.giveBack());
    }
}
