package health.cloudcare.document.record;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.document.file.FileDataBodies;
import health.cloudcare.document.file.FileTooLargeException;

/** In place of the usual reader, which holds a text as a whole. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonUploadReader implements MessageBodyReader<JsonUpload> {

    private final FileDataBodies bodies;
    private final long limit;

    JsonUploadReader(
            FileDataBodies bodies, @ConfigProperty(name = "cloudcare.documents.max-file-size") MemorySize limit) {
        this.bodies = bodies;
        this.limit = limit.asLongValue();
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == JsonUpload.class;
    }

    @Override
    public JsonUpload readFrom(
            Class<JsonUpload> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try {
            return bodies.read(body, JsonUpload.class);
        } catch (FileTooLargeException e) {
            throw RecordProblems.tooLarge(limit);
        }
    }
}
