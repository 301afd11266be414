package health.cloudcare.auth.profile;

import org.jspecify.annotations.Nullable;

/** What the owner of a profile tells once it is stored: of a patient the Aadhaar UID, of a hospital its code. */
public record ConfirmedProfile(
        @Nullable String aadharUid, @Nullable String hospitalCode) {}
