package health.cloudcare.patient.accesslog;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** @param after {@code next} of the answer before; null to begin */
record VerificationRequest(@Nullable UUID after) {}
