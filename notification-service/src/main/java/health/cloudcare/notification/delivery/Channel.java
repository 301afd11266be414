package health.cloudcare.notification.delivery;

import java.util.regex.Pattern;

/** How a message travels, what its addresses look like, and what is said when it cannot travel now. */
public enum Channel {
    SMS("must be a telephone number in E.164", "\\+[1-9][0-9]{6,14}", "SMS_ERROR"),
    /** Narrower than RFC 5321: no quoting, no comments, nothing that has a meaning in an SMTP command or a mail header. */
    EMAIL(
            "must be an e-mail address",
            "[^\\s@<>(),;:\\\\\"\\p{Cntrl}]{1,64}@[^\\s@<>(),;:\\\\\"\\p{Cntrl}]{1,189}",
            "EMAIL_ERROR");

    private final String addressRule;
    private final Pattern address;
    private final String errorCode;

    Channel(String addressRule, String address, String errorCode) {
        this.addressRule = addressRule;
        this.address = Pattern.compile(address);
        this.errorCode = errorCode;
    }

    boolean accepts(String to) {
        return address.matcher(to).matches();
    }

    String addressRule() {
        return addressRule;
    }

    String errorCode() {
        return errorCode;
    }
}
