package health.cloudcare.servicekit.consent;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;

/**
 * A consent that was granted and not taken back, as far as access goes.
 *
 * @param counted whether it may be used so many times only
 * @param emergency whether nobody granted it: a doctor broke the glass
 */
public record GrantedConsent(
        UUID id,
        UUID patientId,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId,
        Set<DataCategory> categories,
        Scope scope,
        Instant expiresAt,
        boolean counted,
        boolean emergency) {

    /**
     * Which of several to use: the one whose use means least. An emergency only when nothing else will do, a counted one only
     * when no other will do, the wider one before the narrower.
     */
    static final Comparator<GrantedConsent> PREFERENCE = Comparator.comparing(GrantedConsent::emergency)
            .thenComparing(GrantedConsent::counted)
            .thenComparing(consent -> !consent.scope.metrics().isEmpty())
            .thenComparing(consent -> consent.scope.resolution())
            .thenComparing(consent -> consent.scope.from() != null || consent.scope.to() != null)
            .thenComparing(GrantedConsent::expiresAt, Comparator.reverseOrder())
            .thenComparing(GrantedConsent::id);

    public GrantedConsent {
        categories = Set.copyOf(categories);
    }

    /**
     * As told by the authority. A category that this version does not know opens nothing here.
     *
     * @throws IllegalArgumentException when a term cannot be understood, so that nobody may guess what was granted
     */
    static GrantedConsent of(ConsentGranted event) {
        return new GrantedConsent(
                event.consentId(),
                event.patientId(),
                event.doctorId(),
                event.hospitalId(),
                known(Set.copyOf(event.categories())),
                new Scope(
                        Set.copyOf(event.metrics()),
                        event.dataFrom(),
                        event.dataTo(),
                        Resolution.valueOf(event.resolution()),
                        "STORE".equals(event.accessMode())),
                event.expiresAt(),
                event.maxReads() != null,
                ConsentGranted.EMERGENCY.equals(event.kind()));
    }

    private static Set<DataCategory> known(Set<String> names) {
        return Arrays.stream(DataCategory.values())
                .filter(category -> names.contains(category.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isTo(Caller caller) {
        return switch (caller.role()) {
            case DOCTOR -> doctorId != null && doctorId.equals(caller.doctorId());
            case HOSPITAL_ADMIN -> hospitalId != null && hospitalId.equals(caller.hospitalId());
            case PATIENT, SYSTEM_ADMIN, SERVICE, DEVICE -> false;
        };
    }

    public boolean isOpenAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Why it does not let its grantee do this now; empty when it does. */
    public Optional<String> objectionTo(AccessRequest request, Instant now) {
        if (!isOpenAt(now)) {
            return Optional.of("consent expired");
        }
        if (!categories.contains(request.category())) {
            return Optional.of("category not granted");
        }
        if (!request.metrics().stream().allMatch(scope::hasMetric)) {
            return Optional.of("metric not granted");
        }
        if (!scope.hasAnyOf(request.from(), request.to())) {
            return Optional.of("dates not granted");
        }
        return scope.shows(request.resolution()) ? Optional.empty() : Optional.of("resolution not granted");
    }
}
