package health.cloudcare.document;

import java.util.UUID;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.KnownPatients;

/** In place of patient-service: every patient is known but one. */
@Singleton
public class TestPatients implements KnownPatients {

    public static final UUID UNKNOWN = UUID.fromString("0193402f-0000-7000-8000-00000000000f");

    @Override
    public Uni<Boolean> exists(UUID patientId) {
        return Uni.createFrom().item(!patientId.equals(UNKNOWN));
    }
}
