package health.cloudcare.hospital.profile;

/** Everything a hospital says about itself. */
public record HospitalDetails(
        String name, Licensing licensing, ContactDetails contact, Address address, Capacity capacity, Offer offer) {}
