package health.cloudcare.auth.throttle;

import java.util.Arrays;
import java.util.HexFormat;

import io.netty.util.NetUtil;

/**
 * One thing to count an attempt for.
 *
 * @param key in its normal form, so that another spelling is no other key; only its HMAC leaves this process
 */
public record Limit(Scope scope, String key) {

    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK_BYTES = 8;

    /** Of a client address as text. One customer commonly has a /64 of IPv6 addresses, so those count as one. */
    public static Limit ofAddress(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length != IPV6_BYTES
                ? new Limit(Scope.ADDRESS, address)
                : new Limit(Scope.ADDRESS, HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES)));
    }

    @Override
    public String toString() {
        return "Limit " + scope;
    }
}
