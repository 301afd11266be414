package health.cloudcare.localstack.supervisor;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A PostgreSQL server named by a URL that may carry the user: {@code postgresql://user:password@host:5432}. */
record PostgresAddress(String url, Optional<String> user, Optional<String> password) {
    private static final int DEFAULT_PORT = 5432;

    static PostgresAddress parse(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw refused(); // the cause would print the password
        }
        if (uri.getHost() == null || !("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))) {
            throw refused();
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        String[] userInfo = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new PostgresAddress(
                "postgresql://" + uri.getHost() + ":" + port, decoded(userInfo, 0), decoded(userInfo, 1));
    }

    private static Optional<String> decoded(String[] parts, int index) {
        return index < parts.length
                ? Optional.of(URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException(
                "CLOUDCARE_POSTGRES_URL must look like postgresql://user:password@host:5432");
    }

    @Override
    public String toString() {
        return url;
    }
}
