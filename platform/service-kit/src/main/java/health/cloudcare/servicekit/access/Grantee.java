package health.cloudcare.servicekit.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** To whom a consent is given: a doctor or a hospital. */
public record Grantee(@Nullable UUID doctorId, @Nullable UUID hospitalId) {}
