package health.cloudcare.document.record;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

import health.cloudcare.document.file.MediaTypeDetection;
import health.cloudcare.document.file.StagedFile;
import health.cloudcare.document.file.TakesUploadSlot;
import health.cloudcare.document.file.UploadedFile;

/** Takes a document, in either of the documented ways. */
@Path(UploadResource.PATH)
@Authenticated
@TakesUploadSlot
class UploadResource {

    static final String PATH = RecordResource.PATH + "/upload";

    private static final String SUMMARY = "Adds a document, its file as base64 or as a part of the body";

    private final MediaTypeDetection detection;
    private final RecordUpload uploads;
    private final Clock clock;

    UploadResource(MediaTypeDetection detection, RecordUpload uploads, Clock clock) {
        this.detection = detection;
        this.uploads = uploads;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking // the body goes to disk as it comes in
    @Cancellable(false) // a sender that leaves still has its upload brought to an end
    @Operation(summary = SUMMARY)
    public Uni<RestResponse<MedicalRecordResponse>> upload(@NotNull @Valid JsonUpload upload) throws IOException {
        Instant now = now();
        return added(upload.record(now), upload.fileData(), now);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking // as above
    @Cancellable(false)
    @Operation(summary = SUMMARY)
    public Uni<RestResponse<MedicalRecordResponse>> upload(@BeanParam @Valid MultipartUpload upload)
            throws IOException {
        Instant now = now();
        return added(upload.record(now), upload.stagedFile(), now);
    }

    private Uni<RestResponse<MedicalRecordResponse>> added(NewRecord record, @Nullable StagedFile staged, Instant now)
            throws IOException {
        @Nullable UploadedFile file = staged == null ? null : detection.inspect(staged);
        return backOnEventLoop()
                .chain(() -> uploads.upload(record, file, now))
                .map(added -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, added)
                        .location(URI.create(RecordResource.PATH + "/" + added.id()))
                        .build());
    }

    /** From the worker that read the body: database sessions belong to an event loop. */
    private static Uni<Void> backOnEventLoop() {
        Context exchange = Vertx.currentContext();
        return Uni.createFrom().voidItem().emitOn(command -> exchange.runOnContext(ignored -> command.run()));
    }

    /** As precise as answers show it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
