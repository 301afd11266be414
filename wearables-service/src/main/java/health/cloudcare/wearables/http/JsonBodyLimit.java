package health.cloudcare.wearables.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * The server's own limit is that of export files, which stream; JSON is held in memory as a whole and so ends much
 * earlier. By the announced length before anything is read, and by counting where none is announced.
 */
@Provider
class JsonBodyLimit implements ContainerRequestFilter, ReaderInterceptor {

    private final long limit;

    JsonBodyLimit(@ConfigProperty(name = "cloudcare.wearables.json.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (isJson(request.getMediaType()) && request.getLength() > limit) {
            throw tooLarge();
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!isJson(context.getMediaType())) {
            return context.proceed();
        }
        Counted body = new Counted(context.getInputStream());
        context.setInputStream(body);
        try {
            return context.proceed();
        } catch (IOException | RuntimeException e) {
            // the JSON reader takes the end of its input for a mistake in it
            if (body.count > limit) {
                throw tooLarge();
            }
            throw e;
        }
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && type.getSubtype().toLowerCase(java.util.Locale.ROOT).endsWith("json");
    }

    private HttpProblem tooLarge() {
        return ProblemType.TOO_LARGE.problem("A JSON body ends at " + limit + " bytes. Send less at once.");
    }

    private final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) throws IOException {
            count += more;
            if (count > limit) {
                throw new IOException("longer than the limit");
            }
        }
    }
}
