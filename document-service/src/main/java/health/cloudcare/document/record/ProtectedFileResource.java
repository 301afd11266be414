package health.cloudcare.document.record;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import health.cloudcare.document.grant.FileGrants;
import health.cloudcare.servicekit.answer.SuccessAnswer;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.FieldError;

/** Files on the cookie surface: the same documents, opened one by one. */
@Path("/protected/resource")
class ProtectedFileResource {

    /** Documented. */
    private static final Duration LINK_LIFETIME = Duration.ofSeconds(120);

    private static final int PAGE_SIZE = 10;
    private static final int LONGEST_LIST = 100;

    private final SharedFiles files;
    private final FileGrants grants;
    private final RecordLinks links;
    private final Clock clock;

    ProtectedFileResource(SharedFiles files, FileGrants grants, RecordLinks links, Clock clock) {
        this.files = files;
        this.grants = grants;
        this.links = links;
        this.clock = clock;
    }

    @GET
    @Path("userFiles")
    @RolesAllowed(RoleNames.PATIENT)
    @Operation(summary = "The caller's own files, newest first, ten a page")
    public Uni<SuccessAnswer> own(@RestQuery @Nullable Integer q) {
        return files.own(page(q)).map(this::listed);
    }

    @GET
    @Path("patientFileData/{patient_id}")
    @RolesAllowed(RoleNames.DOCTOR)
    @Operation(summary = "The files that a connected patient opened to the doctor")
    public Uni<SuccessAnswer> ofPatient(@PathParam("patient_id") UUID patientId, @RestQuery @Nullable Integer q) {
        PageRequest wanted = q == null ? new PageRequest(0, LONGEST_LIST) : page(q);
        return files.openToCaller(patientId, wanted).map(this::listed);
    }

    /** @param o whether the file is the caller's own: {@code t}, {@code 1}, {@code true}, or {@code f}, {@code 0}, {@code false} */
    @GET
    @Path("fileURL/{file_id}")
    @RolesAllowed({RoleNames.PATIENT, RoleNames.DOCTOR})
    @Operation(summary = "A link to a file, for two minutes")
    public Uni<SuccessAnswer> link(@PathParam("file_id") UUID fileId, @RestQuery @Nullable String o) {
        boolean own = flag(o);
        return (own ? files.own(fileId) : files.openToCaller(fileId)).map(found -> {
            URI url = links.to(found.record(), found.mayKeep(), LINK_LIFETIME);
            if (url == null) {
                throw RecordProblems.noFile();
            }
            return answer("Here is the link.", Map.of("url", url));
        });
    }

    /** @param t how it is opened: {@code r}, for reading, and nothing else */
    @POST
    @Path("createFileAccess/{file_id}")
    @RolesAllowed(RoleNames.PATIENT)
    @Operation(summary = "Opens one file to a connected doctor")
    public Uni<SuccessAnswer> open(
            @PathParam("file_id") UUID fileId, @RestQuery @Nullable UUID p, @RestQuery @Nullable String t) {
        UUID doctorId = recipient(p);
        if (t != null && !t.equals("r")) {
            throw RecordProblems.invalid(new FieldError("t", "must be r", "enum"));
        }
        return files.ownToShare(fileId)
                .chain(patientId -> grants.grant(fileId, patientId, doctorId))
                .replaceWith(() -> answer("The file is open to the doctor.", Map.of()));
    }

    @POST
    @Path("revokeFileAccess/{file_id}")
    @RolesAllowed(RoleNames.PATIENT)
    @Operation(summary = "Closes one file to a doctor")
    public Uni<SuccessAnswer> close(@PathParam("file_id") UUID fileId, @RestQuery @Nullable UUID p) {
        UUID doctorId = recipient(p);
        return files.ownToShare(fileId)
                .chain(() -> grants.revoke(fileId, doctorId))
                .replaceWith(() -> answer("The file is no longer open to the doctor.", Map.of()));
    }

    private SuccessAnswer listed(Page<MedicalRecord> found) {
        List<FileItem> items = found.items().stream().map(FileItem::of).toList();
        Map<String, Object> data = new HashMap<>();
        data.put("files", items);
        data.put("page", found.page() + 1);
        data.put("page_size", found.size());
        data.put("total", found.total());
        return answer(items.isEmpty() ? "No files." : "Files found.", data);
    }

    private SuccessAnswer answer(String message, Map<String, Object> data) {
        return SuccessAnswer.of(message, clock.instant(), data);
    }

    private static PageRequest page(@Nullable Integer q) {
        int page = q == null ? 1 : q;
        if (page < 1) {
            throw RecordProblems.invalid(new FieldError("q", "must be at least 1", "min"));
        }
        return new PageRequest(page - 1, PAGE_SIZE);
    }

    private static UUID recipient(@Nullable UUID p) {
        if (p == null) {
            throw RecordProblems.invalid(new FieldError("p", "must name the doctor", "not_null"));
        }
        return p;
    }

    private static boolean flag(@Nullable String o) {
        return switch (o == null ? "" : o) {
            case "t", "1", "true" -> true;
            case "f", "0", "false" -> false;
            default -> throw RecordProblems.invalid(new FieldError("o", "must be t or f", "enum"));
        };
    }
}
