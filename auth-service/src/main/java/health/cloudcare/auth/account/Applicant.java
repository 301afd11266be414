package health.cloudcare.auth.account;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Role;

/**
 * Somebody who wants an account, whichever way they came.
 *
 * @param identifiers the names asked for; a public user id is added by us
 * @param affiliation of a doctor: the hospital whose code was given
 */
public record Applicant(
        Role role,
        String displayName,
        Map<IdentifierKind, String> identifiers,
        @Nullable Affiliation affiliation,
        @Nullable String mobileNo,
        @Nullable String address) {

    public record Affiliation(UUID hospitalId, String hospitalCode) {}

    public Applicant {
        identifiers = Map.copyOf(identifiers);
    }

    public Applicant(Role role, String displayName, Map<IdentifierKind, String> identifiers) {
        this(role, displayName, identifiers, null, null, null);
    }

    public Applicant reachableAt(@Nullable String mobile, @Nullable String postalAddress) {
        return new Applicant(role, displayName, identifiers, affiliation, mobile, postalAddress);
    }

    public Applicant affiliatedWith(Affiliation hospital) {
        return new Applicant(role, displayName, identifiers, hospital, mobileNo, address);
    }

    @Override
    public String toString() {
        return "Applicant, " + role;
    }
}
