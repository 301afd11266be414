package health.cloudcare.doctor.profile;

import java.math.BigDecimal;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * How a doctor works.
 *
 * @param consultationFee in INR
 */
@Embeddable
public record Practice(
        @Column(name = "languages") List<String> languages,
        @Column(name = "consultation_fee") @Nullable BigDecimal consultationFee,
        @Column(name = "available_for_emergency") boolean availableForEmergency,
        @Column(name = "telemedicine_enabled") boolean telemedicineEnabled,
        @Column(name = "bio") @Nullable String bio) {

    @Override
    public String toString() {
        return "***";
    }
}
