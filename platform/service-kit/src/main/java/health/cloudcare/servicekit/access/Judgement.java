package health.cloudcare.servicekit.access;

import java.util.UUID;

/** What a {@link ConsentView} finds about a request of somebody other than the patient. */
public sealed interface Judgement {

    /** @param emergency whether the patient did not consent: a doctor broke the glass */
    record Open(UUID consentId, Scope scope, boolean emergency) implements Judgement {}

    /** @param reason in a few words for the audit trail, without personal data */
    record Closed(String reason) implements Judgement {}

    /** What is known of consents is missing or too old to rely on. */
    record Unknown(String reason) implements Judgement {}
}
