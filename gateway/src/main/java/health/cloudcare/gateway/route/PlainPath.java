package health.cloudcare.gateway.route;

import java.util.List;
import java.util.Locale;

/**
 * Tells paths that mean the same to everybody from those that a service might read differently than the route table did
 * (dot segments, encoded separators, matrix parameters). The latter are never routed.
 */
public final class PlainPath {

    private static final List<String> AMBIGUOUS =
            List.of("//", "/./", "/../", "\\", ";", "%2e", "%2f", "%5c", "%3b", "%25", "%00");

    private PlainPath() {}

    /** Services answer a path with a slash at its end as the one without. */
    public static String withoutTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    public static boolean isPlain(String path) {
        if (!path.startsWith("/") || path.endsWith("/.") || path.endsWith("/..")) {
            return false;
        }
        String lower = path.toLowerCase(Locale.ROOT);
        return AMBIGUOUS.stream().noneMatch(lower::contains);
    }
}
