package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import de.bwaldvogel.mongo.MongoServer;
import org.jspecify.annotations.Nullable;

/** The MongoDB wire protocol over one H2 file. Its commits are about a second apart (see building blocks in the design). */
final class MongoStore implements BackingService {
    private final BackingSettings settings;
    private @Nullable MongoServer server;

    MongoStore(BackingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, String> start() throws IOException {
        Path directory = Files.createDirectories(settings.directory(Backing.MONGO));
        int port = settings.ports().of(Backing.MONGO);
        server = new MongoServer(MongoFile.open(directory.resolve("mongo.mv")));
        server.bind(BackingSettings.HOST, port);
        return Map.of(Backing.MONGO.variable(), Backing.MONGO.address(port));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdownNow();
        }
    }
}
