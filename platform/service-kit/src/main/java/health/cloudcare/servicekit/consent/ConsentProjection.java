package health.cloudcare.servicekit.consent;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.KnownPatients;

/**
 * The view of consents of a service that does not own them: a copy of all consents in the memory of each instance, read from
 * their topic. See ADR 17.
 */
@Singleton
@IfBuildProperty(name = "cloudcare.consent.projection", stringValue = "true")
class ConsentProjection {

    private final String bootstrapServers;
    private final String application;
    private final ConsentTable table = new ConsentTable();
    private final ConsentTopicReader reader;
    private final ConsentAuthority authority;
    private final ConsentView view;

    ConsentProjection(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "cloudcare.patient.url") String patientService,
            ConsentConfig config,
            Vertx vertx,
            CurrentVertxRequest request,
            ObjectMapper json,
            MeterRegistry metrics,
            Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.application = application;
        this.reader = new ConsentTopicReader(this::consumer, table, config.checkInterval());
        this.authority = new ConsentAuthority(vertx, patientService, request, json, config.authorityTimeout());
        this.view = new ProjectedConsents(table, reader, authority, config.maxStaleness(), clock);
        measure(metrics);
    }

    void onStart(@Observes StartupEvent start) {
        reader.start();
    }

    @PreDestroy
    void stop() {
        reader.stop();
    }

    @Produces
    @Singleton
    ConsentView consentView() {
        return view;
    }

    @Produces
    @Singleton
    @DefaultBean
    KnownPatients knownPatients() {
        return authority::exists;
    }

    /** Says nothing about later: a projection that falls behind refuses, but the owners of the data are served. */
    @Produces
    @Singleton
    @Readiness
    HealthCheck loaded() {
        return () -> HealthCheckResponse.named("consents")
                .status(reader.staleness() != null)
                .build();
    }

    private void measure(MeterRegistry metrics) {
        Gauge.builder("cloudcare.consent.projection.staleness", this::stalenessInSeconds)
                .description("Age of the last proof that no event of a consent is missing")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("cloudcare.consent.projection.patients", table, ConsentTable::size)
                .description("Patients whose consents are in memory")
                .register(metrics);
        Gauge.builder("cloudcare.consent.projection.unreadable", table, ConsentTable::unreadable)
                .description("Events of consents that could not be read since the start")
                .register(metrics);
    }

    private double stalenessInSeconds() {
        @Nullable Duration staleness = reader.staleness();
        return staleness == null ? Double.NaN : staleness.toNanos() / 1e9;
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                application + "-consents",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
