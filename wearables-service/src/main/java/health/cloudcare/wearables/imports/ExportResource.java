package health.cloudcare.wearables.imports;

import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.UuidV7;
import health.cloudcare.wearables.access.PatientAccess;

/** Takes the file that the phone exports. */
@Path(ExportResource.PATH)
@Authenticated
class ExportResource {

    static final String PATH = AppleHealthResource.PATH + "/export";

    private final PatientAccess access;
    private final ExportImport imports;
    private final Clock clock;

    ExportResource(PatientAccess access, ExportImport imports, Clock clock) {
        this.access = access;
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * Takes {@code export.xml}, as it is, as gzip or as the phone's zip; the content decides, not the media type.
     *
     * @param idempotencyKey names the import beforehand, so that its progress can be watched during the upload
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking // the body is a stream that waits for its sender
    @Cancellable(false) // a sender that leaves still has its import brought to an end and recorded
    public Uni<RestResponse<ImportResponse>> importExport(
            @RestHeader("Idempotency-Key") @Nullable UUID idempotencyKey, InputStream body) {
        UUID importId = idempotencyKey == null ? UuidV7.at(clock.instant()) : idempotencyKey;
        return access.requireUpload(null, "wearables/import", List.of())
                .chain(grant -> imports.take(grant.patientId(), importId, body))
                .map(sync -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.ACCEPTED, ImportResponse.of(sync, clock.instant()))
                        .location(URI.create(ImportResource.PATH + "/" + importId))
                        .build());
    }
}
