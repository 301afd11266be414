package health.cloudcare.auth.session;

/** Why a session ended before its time. */
public enum SessionEnd {
    LOGOUT,
    LOGOUT_ALL,
    /** The device was unpaired, or paired anew. */
    UNPAIRED,
    /** A refresh token came back that had been used: it was stolen, or its thief was faster. */
    TOKEN_REUSED,
    PASSWORD_RESET,
    /** In another session of the same account. */
    PASSWORD_CHANGED,
    LOCKED_BY_ADMINISTRATOR,
    ACCOUNT_DELETED
}
