package health.cloudcare.hospital.directory;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.Hospital;
import health.cloudcare.hospital.profile.Hospitals;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.ProblemType;

/** Finds the hospital whose code somebody typed, for auth-service while a doctor signs up. */
@Path("/internal/v1/hospital-codes/{code}")
@RolesAllowed(RoleNames.SERVICE)
class HospitalCodeResource {

    private static final Pattern CODE = Pattern.compile("HC-[A-Z0-9]{6}");

    private final Hospitals hospitals;

    HospitalCodeResource(Hospitals hospitals) {
        this.hospitals = hospitals;
    }

    record HospitalOfCode(UUID hospitalId, String hospitalCode, String name) {

        static HospitalOfCode of(Hospital hospital) {
            return new HospitalOfCode(hospital.id(), hospital.code(), hospital.name());
        }
    }

    @GET
    public Uni<HospitalOfCode> find(@PathParam("code") String code) {
        return withCode(code.strip().toUpperCase(Locale.ROOT))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.problem("No hospital has this code."))
                .map(HospitalOfCode::of);
    }

    /** What cannot be a code is not asked for: it is what somebody typed, and may be anything. */
    private Uni<@Nullable Hospital> withCode(String code) {
        return CODE.matcher(code).matches()
                ? hospitals.openWithCode(code)
                : Uni.createFrom().nullItem();
    }
}
