package health.cloudcare.localstack;

import java.io.IOException;
import java.util.logging.LogManager;

import org.slf4j.LoggerFactory;

/** Quiet logging to standard error; the embedded servers are talkative. */
final class Logging {
    private Logging() {}

    static void configure() throws IOException {
        try (var configuration = Logging.class.getResourceAsStream("/local-stack-logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        }
        // before several threads do it at once, which SLF4J complains about
        LoggerFactory.getILoggerFactory();
    }
}
