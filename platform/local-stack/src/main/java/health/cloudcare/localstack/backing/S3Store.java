package health.cloudcare.localstack.backing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;

/** S3 over a directory: one folder per bucket, one file per object. */
final class S3Store implements BackingService {
    private final BackingSettings settings;
    private @Nullable S3Proxy proxy;

    S3Store(BackingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, String> start() throws Exception {
        Path directory = Files.createDirectories(settings.directory(Backing.S3));
        String url = Backing.S3.address(settings.ports().of(Backing.S3));
        String accessKey = settings.secrets().s3AccessKey();
        String secretKey = settings.secrets().s3SecretKey();
        proxy = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(directory.toString()))
                .endpoint(URI.create(url))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .ignoreUnknownHeaders(true)
                .build();
        proxy.start();
        return Map.of(
                Backing.S3.variable(), url, "CLOUDCARE_S3_ACCESS_KEY", accessKey, "CLOUDCARE_S3_SECRET_KEY", secretKey);
    }

    @Override
    public void stop() throws Exception {
        if (proxy != null) {
            proxy.stop();
        }
    }
}
