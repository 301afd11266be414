package health.cloudcare.gateway.route;

/**
 * A path of the route table: literal segments, {@code *} for one segment, {@code /**} at the end for the path itself and
 * everything below it.
 */
record PathTemplate(String text) {

    private static final String SUBTREE = "/**";
    private static final String SEGMENT = "/*";

    boolean matches(String path) {
        return text.endsWith(SUBTREE)
                ? isAtOrBelow(path, text.length() - SUBTREE.length())
                : matchesSegments(path, 0, 0);
    }

    private boolean isAtOrBelow(String path, int root) {
        return path.regionMatches(0, text, 0, root) && (path.length() == root || path.charAt(root) == '/');
    }

    /** Of the path from {@code at} and the template from {@code from}. */
    private boolean matchesSegments(String path, int at, int from) {
        int anything = text.indexOf(SEGMENT, from);
        if (anything < 0) {
            return path.length() - at == text.length() - from
                    && path.regionMatches(at, text, from, text.length() - from);
        }
        int literal = anything + 1 - from;
        if (!path.regionMatches(at, text, from, literal)) {
            return false;
        }
        int start = at + literal;
        int slash = path.indexOf('/', start);
        int end = slash < 0 ? path.length() : slash;
        return end > start && matchesSegments(path, end, anything + SEGMENT.length());
    }
}
