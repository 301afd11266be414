package health.cloudcare.doctor.profile;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class Doctors implements PanacheRepositoryBase<Doctor, UUID> {

    public Uni<Boolean> isLicenseTaken(String licenseNo) {
        return count("credentials.licenseNo", licenseNo).map(count -> count > 0);
    }
}
