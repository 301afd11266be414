package health.cloudcare.patient.card;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** @param fullFor of which of them more than the name is wanted */
record CardsRequest(
        @NotNull @Size(max = MOST) List<@NotNull UUID> patientIds,
        @NotNull CardList resource,
        @Size(max = MOST) @Nullable List<@NotNull UUID> fullFor) {

    static final int MOST = 500;

    Set<UUID> wantedInFull() {
        return Set.copyOf(Objects.requireNonNullElse(fullFor, List.of()));
    }
}
