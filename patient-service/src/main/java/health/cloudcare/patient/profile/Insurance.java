package health.cloudcare.patient.profile;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

@Embeddable
public record Insurance(
        @Column(name = "insurance_provider") @Nullable String provider,
        @Column(name = "insurance_policy_no") @Nullable String policyNo,
        @Column(name = "insurance_valid_until") @Nullable LocalDate validUntil) {

    public static final Insurance NONE = new Insurance(null, null, null);

    @Override
    public String toString() {
        return "***";
    }
}
