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
        return bytes("GET " + path + HOST + bearer(token) + "\r\n");
    }

    public static byte[] post(String path, String json) {
        return withBody("POST", path, "", json);
    }

    public static byte[] post(String path, String token, String json) {
        return withBody("POST", path, bearer(token), json);
    }

    public static byte[] put(String path, String token, String json) {
        return withBody("PUT", path, bearer(token), json);
    }

    public static byte[] patch(String path, String token, String json) {
        return withBody("PATCH", path, bearer(token), json);
    }

    private static byte[] withBody(String method, String path, String authorization, String json) {
        return bytes(method + " " + path + HOST + authorization + "Content-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
