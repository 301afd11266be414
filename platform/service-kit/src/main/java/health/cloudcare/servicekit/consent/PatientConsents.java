package health.cloudcare.servicekit.consent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one patient's consents.
 *
 * @param versions the newest known of each consent, ended ones included: an older one that comes again changes nothing
 * @param live those that were granted and not ended by an event; their time may be up
 * @param doubtful whether something was told of them that could not be read: it may have been a revocation
 */
record PatientConsents(Map<UUID, Integer> versions, List<GrantedConsent> live, boolean doubtful) {

    static final PatientConsents NONE = new PatientConsents(Map.of(), List.of(), false);

    PatientConsents {
        versions = Map.copyOf(versions);
        live = List.copyOf(live);
    }

    /** @param granted what the consent opens in this version, null when it opens nothing */
    PatientConsents with(UUID consentId, int version, @Nullable GrantedConsent granted) {
        Integer known = versions.get(consentId);
        if (known != null && known >= version) {
            return this;
        }
        Map<UUID, Integer> newer = new HashMap<>(versions);
        newer.put(consentId, version);
        Stream<GrantedConsent> others =
                live.stream().filter(consent -> !consent.id().equals(consentId));
        return new PatientConsents(
                newer, Stream.concat(others, Stream.ofNullable(granted)).toList(), doubtful);
    }

    PatientConsents inDoubt() {
        return doubtful ? this : new PatientConsents(versions, live, true);
    }
}
