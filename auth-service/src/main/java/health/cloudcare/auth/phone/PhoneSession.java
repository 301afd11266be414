package health.cloudcare.auth.phone;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import health.cloudcare.auth.account.Account;

/** A session as this surface shows it, in the documented spelling of its members. Never its cookie. */
record PhoneSession(Account account, Instant createdAt, Instant expiresAt) {

    Map<String, Object> members() {
        PhoneUser user = PhoneUser.of(account);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("user_id", user.userId());
        members.put("user_type", user.userType());
        members.put("name", user.name());
        if (user.phone() != null) {
            members.put("phone", user.phone());
        }
        members.put("verified", user.verified());
        members.put("isLoggedIn", true);
        members.put("createdAt", createdAt);
        members.put("expires_at", expiresAt);
        return members;
    }

    @Override
    public String toString() {
        return "session of " + account;
    }
}
