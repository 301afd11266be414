package health.cloudcare.document.objectstore;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signs links. They name the store as clients reach it, which may be by another address than ours. */
@ApplicationScoped
class S3Links {

    private final S3Presigner presigner;
    private final Duration lifetime;

    S3Links(
            @ConfigProperty(name = "cloudcare.s3.public-url") URI url,
            @ConfigProperty(name = "cloudcare.s3.region") String region,
            @ConfigProperty(name = "cloudcare.s3.access-key") String accessKey,
            @ConfigProperty(name = "cloudcare.s3.secret-key") String secretKey,
            @ConfigProperty(name = "cloudcare.documents.link-lifetime") Duration lifetime) {
        this.presigner = S3Presigner.builder()
                .endpointOverride(url)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
        this.lifetime = lifetime;
    }

    URI to(String bucket, String key, ObjectStore.LinkTerms terms) {
        String disposition =
                "%s; filename=\"%s\"".formatted(terms.asAttachment() ? "attachment" : "inline", terms.fileName());
        return URI.create(presigner
                .presignGetObject(
                        presign -> presign.signatureDuration(Objects.requireNonNullElse(terms.lifetime(), lifetime))
                                .getObjectRequest(get -> get.bucket(bucket)
                                        .key(key)
                                        .responseContentType(terms.mediaType())
                                        .responseContentDisposition(disposition)))
                .url()
                .toExternalForm());
    }

    @PreDestroy
    void close() {
        presigner.close();
    }
}
