package health.cloudcare.auth.signup;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** All that some surfaces ask of a person: the members of a patient's or a doctor's profile that it makes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NameAndContact(
        String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phonePrimary,
        @Nullable String addressLine1,
        @Nullable Boolean isPregnant,
        @Nullable String specialization) {

    /** The last word of several is taken for the family name. */
    public static NameAndContact named(String fullName, @Nullable String email, @Nullable String phone) {
        String name = fullName.strip();
        int gap = name.lastIndexOf(' ');
        return new NameAndContact(
                gap < 0 ? name : name.substring(0, gap).strip(),
                gap < 0 ? null : name.substring(gap + 1),
                email,
                phone,
                null,
                null,
                null);
    }

    public NameAndContact livingAt(@Nullable String address) {
        return new NameAndContact(firstName, lastName, email, phonePrimary, address, isPregnant, specialization);
    }

    @Override
    public String toString() {
        return "***";
    }
}
