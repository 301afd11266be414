package health.cloudcare.servicekit.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.Role;

import static health.cloudcare.servicekit.consent.ConsentEventRecords.DOCTOR;
import static health.cloudcare.servicekit.consent.ConsentEventRecords.NOW;
import static health.cloudcare.servicekit.consent.ConsentEventRecords.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

class ConsentChoiceTest {

    private static final AccessRequest WEARABLES =
            new AccessRequest(PATIENT, DataCategory.WEARABLES, Action.READ, "wearables/today");
    private static final LocalDate DAY = LocalDate.of(2025, 11, 19);

    @Test
    void nothingIsOpenWithoutAConsent() {
        assertThat(reason(WEARABLES)).isEqualTo("no consent");
    }

    @Test
    void aConsentToSomebodyElseIsNone() {
        assertThat(ConsentChoice.among(List.of(full()), doctor(UUID.randomUUID()), WEARABLES, NOW))
                .isEqualTo(new ConsentChoice.None("no consent"));
        assertThat(ConsentChoice.among(List.of(full()), hospital(DOCTOR), WEARABLES, NOW))
                .isEqualTo(new ConsentChoice.None("no consent"));
    }

    @Test
    void itEndsAtItsMoment() {
        GrantedConsent consent = full();

        assertThat(consent.objectionTo(WEARABLES, consent.expiresAt().minusNanos(1)))
                .isEmpty();
        assertThat(consent.objectionTo(WEARABLES, consent.expiresAt())).contains("consent expired");
    }

    @Test
    void eachTermIsKeptTo() {
        assertThat(reason(WEARABLES, consent(Set.of(DataCategory.NOTES), Scope.EVERYTHING)))
                .isEqualTo("category not granted");
        GrantedConsent steps = wearables(new Scope(Set.of("steps"), null, null, Resolution.RAW, false));
        assertThat(reason(WEARABLES.ofMetrics(Set.of("heart_rate")), steps)).isEqualTo("metric not granted");
        assertThat(found(WEARABLES, steps)).isEqualTo(steps);
        GrantedConsent november = wearables(
                new Scope(Set.of(), LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 30), Resolution.RAW, false));
        assertThat(reason(WEARABLES.between(null, LocalDate.of(2025, 10, 31)), november))
                .isEqualTo("dates not granted");
        assertThat(reason(WEARABLES.between(LocalDate.of(2025, 12, 1), null), november))
                .isEqualTo("dates not granted");
        assertThat(found(WEARABLES.between(DAY, DAY), november)).isEqualTo(november);
        GrantedConsent daily = wearables(new Scope(Set.of(), null, null, Resolution.DAILY, false));
        assertThat(reason(WEARABLES.at(Resolution.HOURLY), daily)).isEqualTo("resolution not granted");
        assertThat(found(WEARABLES.at(Resolution.DAILY), daily)).isEqualTo(daily);
    }

    @Test
    void anEmergencyIsUsedOnlyWhenNothingElseOpens() {
        GrantedConsent emergency = with(false, true, Scope.EVERYTHING);
        GrantedConsent counted = with(true, false, Scope.EVERYTHING);
        GrantedConsent narrow = with(false, false, new Scope(Set.of("steps"), null, null, Resolution.DAILY, false));

        assertThat(found(WEARABLES, emergency, counted, narrow)).isEqualTo(narrow);
        assertThat(found(WEARABLES.at(Resolution.HOURLY), emergency, counted, narrow))
                .isEqualTo(counted);
        assertThat(found(WEARABLES, emergency)).isEqualTo(emergency);
    }

    private static GrantedConsent full() {
        return consent(Set.of(DataCategory.values()), Scope.EVERYTHING);
    }

    private static GrantedConsent wearables(Scope scope) {
        return consent(Set.of(DataCategory.WEARABLES), scope);
    }

    private static GrantedConsent consent(Set<DataCategory> categories, Scope scope) {
        return new GrantedConsent(
                UUID.randomUUID(), PATIENT, DOCTOR, null, categories, scope, NOW.plusSeconds(60), false, false);
    }

    private static GrantedConsent with(boolean counted, boolean emergency, Scope scope) {
        return new GrantedConsent(
                UUID.randomUUID(),
                PATIENT,
                DOCTOR,
                null,
                Set.of(DataCategory.values()),
                scope,
                NOW.plusSeconds(60),
                counted,
                emergency);
    }

    private static String reason(AccessRequest request, GrantedConsent... consents) {
        return choice(request, consents) instanceof ConsentChoice.None none ? none.reason() : "found";
    }

    private static @Nullable GrantedConsent found(AccessRequest request, GrantedConsent... consents) {
        return choice(request, consents) instanceof ConsentChoice.Found found ? found.consent() : null;
    }

    private static ConsentChoice choice(AccessRequest request, GrantedConsent... consents) {
        Instant now = NOW;
        return ConsentChoice.among(List.of(consents), doctor(DOCTOR), request, now);
    }

    private static Caller doctor(UUID id) {
        return new Caller(UUID.randomUUID(), Role.DOCTOR, true, null, id, null, null);
    }

    private static Caller hospital(UUID id) {
        return new Caller(UUID.randomUUID(), Role.HOSPITAL_ADMIN, true, null, null, id, null);
    }
}
