package health.cloudcare.localstack.backing;

import java.nio.file.Path;

import health.cloudcare.localstack.secret.LocalSecrets;

/**
 * Where and how backing services run.
 *
 * @param data one sub-directory per service
 * @param logs output of child processes, one file per service
 * @param ephemeral durability is traded for speed; the caller deletes the data afterwards
 */
public record BackingSettings(Path data, Path logs, Ports ports, LocalSecrets secrets, boolean ephemeral) {
    public static final String HOST = "127.0.0.1";

    Path directory(Backing backing) {
        return data.resolve(backing.id());
    }

    Path log(Backing backing) {
        return logs.resolve(backing.id() + ".log");
    }

    /** The embedded implementation of a service. */
    public BackingService create(Backing backing) {
        return switch (backing) {
            case POSTGRES, REDIS -> createChild(backing);
            case KAFKA -> new KafkaBroker(this);
            case MONGO -> new MongoStore(this);
            case S3 -> new S3Store(this);
            case SMTP -> new MailServer(this);
        };
    }

    /** The embedded PostgreSQL or Redis, which are processes of their own. */
    public ChildBacking createChild(Backing backing) {
        return switch (backing) {
            case POSTGRES -> new PostgresServer(this);
            case REDIS -> new RedisServer(this);
            case KAFKA, MONGO, S3, SMTP -> throw new IllegalArgumentException(backing + " runs inside a Java process");
        };
    }
}
