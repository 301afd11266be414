package health.cloudcare.auth.identifier;

/** What a user name looks like. None can be mistaken for another kind of name when somebody signs in with it. */
public final class Usernames {

    /** 3 to 50 characters without {@code @}; neither a user id nor digits and separators only, as in telephone numbers. */
    public static final String FORM =
            "(?!\\s)(?!(?:[Pp][Aa][Tt]|[Dd][Oo][Cc])[0-9]{8}$)(?![+0-9 ().-]+$)[^@\\p{Cntrl}]{3,50}(?<!\\s)";

    public static final String RULE =
            "must have 3 to 50 characters without @, and look like neither a user id nor a telephone number";

    private Usernames() {}
}
