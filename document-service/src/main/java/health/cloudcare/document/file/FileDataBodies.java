package health.cloudcare.document.file;

import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads JSON bodies that carry a file. */
@ApplicationScoped
public class FileDataBodies {

    /** Of all members but the file, which is not held. */
    private static final int LONGEST_TEXT = 20_000;

    private final ObjectMapper mapper;
    private final Staging staging;

    FileDataBodies(ObjectMapper mapper, Staging staging) {
        this.mapper = mapper.copy();
        this.mapper
                .getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_TEXT)
                        .build());
        this.staging = staging;
    }

    /** Blocks. Fails with {@link FileTooLargeException}, or as Jackson does, after the whole body has been received. */
    public <T> T read(InputStream body, Class<T> type) throws IOException {
        return new FileDataBody(body, staging).read(mapper.readerFor(type));
    }
}
