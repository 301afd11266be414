package health.cloudcare.document.objectstore;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.BytesWrapper;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

import health.cloudcare.servicekit.problem.ProblemType;

/** One bucket of an S3 store. Operators make it; a local installation makes its own when it is first missed. */
@ApplicationScoped
class S3ObjectStore implements ObjectStore {

    private static final Logger LOG = Logger.getLogger(S3ObjectStore.class);

    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final S3AsyncClient client;
    private final S3Links links;
    private final String bucket;
    private final boolean local;

    S3ObjectStore(
            S3AsyncClient client,
            S3Links links,
            @ConfigProperty(name = "cloudcare.s3.bucket") String bucket,
            @ConfigProperty(name = "cloudcare.mode") String mode) {
        this.client = client;
        this.links = links;
        this.bucket = bucket;
        this.local = mode.equals("local");
    }

    @Override
    public Uni<Void> put(String key, Path file, String mediaType) {
        return tryPut(key, file, mediaType)
                .onFailure(this::missesBucket)
                .recoverWithUni(() -> createBucket().chain(() -> tryPut(key, file, mediaType)))
                .onFailure()
                .transform(failure -> unavailable(key, failure));
    }

    @Override
    public Uni<byte[]> get(String key) {
        return called(() -> client.getObject(get -> get.bucket(bucket).key(key), AsyncResponseTransformer.toBytes()))
                .map(BytesWrapper::asByteArrayUnsafe);
    }

    @Override
    public Uni<Void> delete(String key) {
        return called(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key)))
                .onFailure(this::missesBucket)
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Override
    public URI link(String key, LinkTerms terms) {
        return links.to(bucket, key, terms);
    }

    private Uni<Void> tryPut(String key, Path file, String mediaType) {
        return called(() -> client.putObject(
                        put -> put.bucket(bucket).key(key).contentType(mediaType), AsyncRequestBody.fromFile(file)))
                .replaceWithVoid();
    }

    private boolean missesBucket(Throwable failure) {
        return local && failure instanceof NoSuchBucketException;
    }

    private Uni<Void> createBucket() {
        return called(() -> client.createBucket(create -> create.bucket(bucket)))
                .onFailure(S3ObjectStore::wasQuicker)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static boolean wasQuicker(Throwable failure) {
        return failure instanceof BucketAlreadyOwnedByYouException || failure instanceof BucketAlreadyExistsException;
    }

    private static HttpProblem unavailable(String key, Throwable failure) {
        LOG.errorf(failure, "object %s could not be stored", key);
        return ProblemType.UNAVAILABLE.retryAfter(
                COME_BACK, "Documents cannot be stored at the moment. Try again shortly.");
    }

    /** The client answers on threads of its own; database sessions belong to the caller's event loop. */
    private static <T> Uni<T> called(Supplier<CompletableFuture<T>> call) {
        return Uni.createFrom().deferred(() -> {
            @Nullable Context caller = Vertx.currentContext();
            Uni<T> answer = Uni.createFrom().completionStage(call);
            return caller == null ? answer : answer.emitOn(command -> caller.runOnContext(ignored -> command.run()));
        });
    }
}
