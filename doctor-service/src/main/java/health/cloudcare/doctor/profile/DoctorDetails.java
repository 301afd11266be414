package health.cloudcare.doctor.profile;

/** Everything a doctor says about themselves. */
public record DoctorDetails(Person person, Credentials credentials, ContactDetails contact, Practice practice) {

    @Override
    public String toString() {
        return "***";
    }
}
