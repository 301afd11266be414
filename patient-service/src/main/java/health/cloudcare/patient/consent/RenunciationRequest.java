package health.cloudcare.patient.consent;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

record RenunciationRequest(@NotNull UUID patientId) {}
