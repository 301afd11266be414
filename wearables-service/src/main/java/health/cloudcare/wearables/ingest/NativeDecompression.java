package health.cloudcare.wearables.ingest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import net.jpountz.lz4.LZ4Factory;
import org.jboss.logging.Logger;

/**
 * Has Kafka decompress by native code, which takes a fraction of the time. The library does so by itself only in an
 * application's first class loader, which is not where Quarkus has it; once it is loaded, Kafka finds it.
 */
@ApplicationScoped
class NativeDecompression {
    private static final Logger LOG = Logger.getLogger(NativeDecompression.class);

    /** Before the first record is read. */
    private static final int FIRST = 1;

    void load(@Observes @Priority(FIRST) StartupEvent event) {
        try {
            LOG.debugf("decompressing with %s", LZ4Factory.nativeInstance());
        } catch (AssertionError | LinkageError e) {
            LOG.info("no native library for decompression on this platform; Java does it");
        }
    }
}
