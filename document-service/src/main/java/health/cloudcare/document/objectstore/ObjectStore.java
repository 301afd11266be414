package health.cloudcare.document.objectstore;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Port: where the bytes of documents are. Keys are made by {@link ObjectRemovals} and say nothing about anybody. Every operation comes
 * back on the caller's event loop.
 */
public interface ObjectStore {

    /** Fails with a 503 problem when the store does not take it now. */
    Uni<Void> put(String key, Path file, String mediaType);

    /** The whole object; only for small ones. */
    Uni<byte[]> get(String key);

    /** Succeeds also when there is no such object. */
    Uni<Void> delete(String key);

    /** A link that opens this object to whoever has it, for a few minutes. */
    URI link(String key, LinkTerms terms);

    /**
     * @param fileName under which a browser saves it; without personal data, as it is part of the link
     * @param asAttachment whether a browser is told to save it, not to show it
     * @param lifetime null for the usual one
     */
    record LinkTerms(
            String mediaType,
            String fileName,
            boolean asAttachment,
            @Nullable Duration lifetime) {}
}
