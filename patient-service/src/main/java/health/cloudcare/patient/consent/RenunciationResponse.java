package health.cloudcare.patient.consent;

import java.time.Instant;

/** @param renouncedAt by the clock that dates the consents: those asked for until then are at an end */
record RenunciationResponse(boolean success, String message, Instant renouncedAt) {}
