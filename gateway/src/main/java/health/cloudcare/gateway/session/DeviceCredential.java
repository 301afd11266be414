package health.cloudcare.gateway.session;

/** What a paired device sends in place of an access token. */
public final class DeviceCredential {

    private static final String PREFIX = "ccd_";

    private DeviceCredential() {}

    public static boolean isOne(String bearer) {
        return bearer.startsWith(PREFIX);
    }
}
