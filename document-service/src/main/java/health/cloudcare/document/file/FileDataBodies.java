package health.cloudcare.document.file;

import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads JSON bodies that carry a file. */
@ApplicationScoped
public class FileDataBodies {

    private final ObjectMapper mapper;
    private final Staging staging;

    FileDataBodies(ObjectMapper mapper, Staging staging) {
        this.mapper = mapper;
        this.staging = staging;
    }

    /** Blocks. Fails with {@link FileTooLargeException}, or as Jackson does, after the whole body has been received. */
    public <T> T read(InputStream body, Class<T> type) throws IOException {
        return new FileDataBody(body, staging).read(mapper.readerFor(type));
    }
}
