package health.cloudcare.doctor.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** What is public of doctors, for whoever is signed in. */
@Path("/api/v1/doctors")
@Authenticated
class DoctorResource {

    /** Documented of these calls, where all others have 422. */
    private static final ProblemType INVALID = new ProblemType("VALIDATION_ERROR", 400, "Invalid request");

    private static final int LONGEST_LIST = 100;
    private static final int DEEPEST = 1_000_000;
    private static final String NO_UUID = "must be a UUID";

    private final DoctorSearch search;
    private final DoctorListing listing;

    DoctorResource(DoctorSearch search, DoctorListing listing) {
        this.search = search;
        this.listing = listing;
    }

    /**
     * @param items in the order of the search
     * @param hasMore whether there is a next page
     */
    record SearchResponse(List<SearchItem> items, int page, int size, boolean hasMore) {}

    record SearchItem(
            UUID id,
            UUID doctorId,
            String name,
            String firstName,
            @Nullable String lastName,
            String specialization,
            @Nullable String subSpecialization,
            int experienceYears,
            @Nullable String city,
            @Nullable String state,
            boolean telemedicineEnabled,
            @Nullable UUID hospitalId) {

        static SearchItem of(FoundDoctor doctor) {
            return new SearchItem(
                    doctor.id(),
                    doctor.id(),
                    doctor.name(),
                    doctor.firstName(),
                    doctor.lastName(),
                    Objects.requireNonNullElse(doctor.specialization(), ""),
                    doctor.subSpecialization(),
                    doctor.experienceYears(),
                    doctor.city(),
                    doctor.state(),
                    doctor.telemedicine(),
                    doctor.primaryHospital());
        }
    }

    /** @param clinicId the hospital or clinic that is the doctor's first */
    record ListItem(
            UUID id,
            UUID userId,
            @Nullable UUID clinicId,
            String name,
            String specialty,
            @Nullable String licenseNumber,
            @Nullable String qualifications,
            int experienceYears,
            int maxPatientsPerDay,
            boolean isActive,
            @Nullable String city,
            Instant createdAt,
            @Nullable Instant updatedAt) {

        static ListItem of(FoundDoctor doctor) {
            return new ListItem(
                    doctor.id(),
                    doctor.accountId(),
                    doctor.primaryHospital(),
                    doctor.name(),
                    Objects.requireNonNullElse(doctor.specialization(), ""),
                    doctor.licenseNo(),
                    doctor.qualifications().isEmpty() ? null : String.join(", ", doctor.qualifications()),
                    doctor.experienceYears(),
                    doctor.maxPatientsPerDay(),
                    true,
                    doctor.city(),
                    doctor.createdAt(),
                    doctor.updatedAt());
        }
    }

    @GET
    @Path("/search")
    @Operation(
            summary =
                    "Verified doctors by any part of their name, in any script; those with names alike if there is none")
    public Uni<SearchResponse> search(
            @RestQuery @NotBlank @Size(max = 200) String query,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        PageRequest wanted = PageRequest.of(page, size);
        return search.byName(query, wanted.offset(), wanted.size())
                .map(found -> new SearchResponse(
                        found.doctors().stream().map(SearchItem::of).toList(),
                        wanted.page(),
                        wanted.size(),
                        found.more()));
    }

    @GET
    @Operation(summary = "Verified doctors by what they do and where, by id; X-Total-Count tells how many there are")
    public Uni<RestResponse<List<ListItem>>> list(
            @RestQuery @Nullable String specialty,
            @RestQuery("clinic_id") @Nullable String clinicId,
            @RestQuery("hospital_id") @Nullable String hospitalId,
            @RestQuery @Nullable String city,
            @RestQuery @Nullable String skip,
            @RestQuery @Nullable String limit) {
        List<FieldError> errors = new ArrayList<>();
        refuseNullCharacter("specialty", specialty, errors);
        refuseNullCharacter("city", city, errors);
        UUID clinic = uuid("clinic_id", clinicId, errors);
        UUID hospital = uuid("hospital_id", hospitalId, errors);
        int first = number("skip", skip, 0, 0, DEEPEST, errors);
        int most = number("limit", limit, LONGEST_LIST, 1, LONGEST_LIST, errors);
        if (!errors.isEmpty()) {
            throw INVALID.problem("The request is not valid.", errors);
        }
        var filter = new DoctorListing.Filter(specialty, city, clinic, hospital);
        return listing.list(filter, first, most).map(listed -> RestResponse.ResponseBuilder.ok(
                        listed.doctors().stream().map(ListItem::of).toList())
                .header("X-Total-Count", listed.total())
                .build());
    }

    @GET
    @Path("/{doctor_id}")
    @Operation(summary = "What is public of one doctor")
    public Uni<ListItem> one(@PathParam("doctor_id") UUID doctorId) {
        return search.among(List.of(doctorId)).map(found -> found.stream()
                .findFirst()
                .map(ListItem::of)
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such doctor.")));
    }

    /** PostgreSQL takes it in no text. */
    private static void refuseNullCharacter(String name, @Nullable String given, List<FieldError> errors) {
        if (given != null && given.indexOf('\0') >= 0) {
            errors.add(new FieldError(name, "must not contain the null character", "format"));
        }
    }

    private static @Nullable UUID uuid(String name, @Nullable String given, List<FieldError> errors) {
        try {
            return given == null || given.isBlank() ? null : UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(name, NO_UUID, "format"));
            return null;
        }
    }

    private static int number(
            String name, @Nullable String given, int otherwise, int least, int most, List<FieldError> errors) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        if (given.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        }
        errors.add(new FieldError(name, "must be a number from %d to %d".formatted(least, most), "range"));
        return otherwise;
    }
}
