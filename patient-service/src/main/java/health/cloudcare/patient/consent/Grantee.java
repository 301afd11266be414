package health.cloudcare.patient.consent;

import java.util.UUID;

/** Who a consent is given to, and nobody else: one doctor or one hospital. */
sealed interface Grantee {

    UUID id();

    record Doctor(UUID id) implements Grantee {}

    record Hospital(UUID id) implements Grantee {}
}
