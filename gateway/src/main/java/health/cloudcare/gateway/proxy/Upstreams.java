package health.cloudcare.gateway.proxy;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.eclipse.microprofile.config.Config;

import health.cloudcare.gateway.route.Service;

/** The services' addresses and the pools of kept-alive connections to them. */
@Singleton
public final class Upstreams {

    private static final Duration DOCUMENT_TIMEOUT = Duration.ofSeconds(3);

    /**
     * One pool per event loop. A shared one hands out connections that live on other event loops; each chunk then crosses
     * threads through an unbounded queue, and an upload is held in memory after all.
     */
    private final ThreadLocal<HttpClient> client;

    private final Map<Service, URI> bases = new EnumMap<>(Service.class);

    Upstreams(Vertx vertx, ProxyConfig proxy, Config config) {
        for (Service service : Service.values()) {
            bases.put(service, config.getValue("cloudcare." + service.key() + ".url", URI.class));
        }
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) proxy.connectTimeout().toMillis())
                // less than the services' own idle timeout, so that no request meets a connection that is just being
                // closed
                .setKeepAliveTimeout(30)
                .setMaxPoolSize(proxy.connections())
                .setMaxWaitQueueSize(proxy.connections());
        client = ThreadLocal.withInitial(() -> vertx.createHttpClient(options));
    }

    /** A connected request that the caller has still to send. */
    public Future<HttpClientRequest> request(Service service, HttpMethod method, String uri) {
        URI base = base(service);
        boolean tls = "https".equals(base.getScheme());
        int port = base.getPort() > 0 ? base.getPort() : tls ? 443 : 80;
        return client.get()
                .request(new RequestOptions()
                        .setMethod(method)
                        .setHost(base.getHost())
                        .setPort(port)
                        .setSsl(tls)
                        .setURI(uri));
    }

    /** A small document of a service, read as a whole; fails unless it is answered with 200 or 503, as readiness is. */
    public Uni<Buffer> document(Service service, String uri) {
        return Uni.createFrom().completionStage(() -> request(service, HttpMethod.GET, uri)
                .compose(request ->
                        request.idleTimeout(DOCUMENT_TIMEOUT.toMillis()).send())
                .compose(Upstreams::bodyOf)
                .toCompletionStage());
    }

    private static Future<Buffer> bodyOf(HttpClientResponse answer) {
        return answer.statusCode() == 200 || answer.statusCode() == 503
                ? answer.body()
                : Future.failedFuture("status " + answer.statusCode());
    }

    URI base(Service service) {
        URI base = bases.get(service);
        if (base == null) {
            throw new IllegalStateException("no address for " + service);
        }
        return base;
    }
}
