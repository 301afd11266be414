package health.cloudcare.doctor.specialization;

/**
 * @param code stable, upper-case, for systems
 * @param name for people
 */
public record SpecializationResponse(String code, String name) {

    static SpecializationResponse of(Specialization specialization) {
        return new SpecializationResponse(specialization.code(), specialization.name());
    }
}
