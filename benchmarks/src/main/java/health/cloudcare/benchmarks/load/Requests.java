package health.cloudcare.benchmarks.load;

import java.nio.charset.StandardCharsets;

/** Whole HTTP/1.1 requests as they go over the wire. */
public final class Requests {
    private static final String HOST = " HTTP/1.1\r\nHost: 127.0.0.1\r\n";

    private Requests() {}

    public static byte[] get(String path) {
        return bytes("GET " + path + HOST + "\r\n");
    }

    public static byte[] get(String path, String token) {
        return bytes("GET " + path + HOST + "Authorization: Bearer " + token + "\r\n\r\n");
    }

    public static byte[] post(String path, String json) {
        return bytes("POST " + path + HOST + "Content-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
