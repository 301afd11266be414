package health.cloudcare.auth.phone;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.session.Sessions;

/** Somebody whose code was right. */
record SignedIn(Account account, Sessions.CookieSession session) {

    PhoneSession shown() {
        return new PhoneSession(account, session.createdAt(), session.expiresAt());
    }

    @Override
    public String toString() {
        return "SignedIn " + account;
    }
}
