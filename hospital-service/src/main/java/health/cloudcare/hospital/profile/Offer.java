package health.cloudcare.hospital.profile;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

/** What one can come for. */
@Embeddable
public record Offer(
        @Enumerated(EnumType.STRING) @Column(name = "facility_type") @Nullable
        FacilityType facilityType,

        @Column(name = "specializations") List<String> specializations,
        @Column(name = "has_emergency") boolean emergency,
        @Column(name = "has_ambulance") boolean ambulance,
        @Column(name = "has_pharmacy") boolean pharmacy,
        @Column(name = "has_lab") boolean lab,
        @Column(name = "has_blood_bank") boolean bloodBank,
        @Column(name = "telemedicine_enabled") boolean telemedicine) {}
