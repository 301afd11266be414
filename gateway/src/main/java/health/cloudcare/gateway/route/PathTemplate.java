package health.cloudcare.gateway.route;

/**
 * A path of the route table: literal segments, {@code *} for one segment that is not empty, {@code /**} at the end for the
 * path itself and everything below it.
 */
record PathTemplate(String text) {

    private static final String SUBTREE = "/**";
    private static final char SEGMENT = '*';

    boolean matches(String path) {
        boolean subtree = text.endsWith(SUBTREE);
        int end = subtree ? text.length() - SUBTREE.length() : text.length();
        int at = 0;
        for (int i = 0; i < end; i++) {
            int next = text.charAt(i) == SEGMENT ? endOfSegment(path, at) : at + 1;
            if (next == at
                    || next > path.length()
                    || (text.charAt(i) != SEGMENT && text.charAt(i) != path.charAt(at))) {
                return false;
            }
            at = next;
        }
        return at == path.length() || (subtree && path.charAt(at) == '/');
    }

    private static int endOfSegment(String path, int start) {
        int slash = path.indexOf('/', start);
        return slash < 0 ? path.length() : slash;
    }
}
