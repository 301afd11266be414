package health.cloudcare.gateway.route;

/**
 * A path of the route table: literal segments, {@code *} for one segment, {@code /**} at the end for the path itself and
 * everything below it.
 */
record PathTemplate(String text) {

    private static final String SUBTREE = "/**";
    private static final String SEGMENT = "/*";

    boolean matches(String path) {
        if (text.endsWith(SUBTREE)) {
            return isAtOrBelow(path, text.length() - SUBTREE.length());
        }
        if (text.endsWith(SEGMENT)) {
            int parent = text.length() - 1;
            return path.length() > parent
                    && path.startsWith(text.substring(0, parent))
                    && path.indexOf('/', parent) < 0;
        }
        return path.equals(text);
    }

    private boolean isAtOrBelow(String path, int root) {
        return path.regionMatches(0, text, 0, root) && (path.length() == root || path.charAt(root) == '/');
    }
}
