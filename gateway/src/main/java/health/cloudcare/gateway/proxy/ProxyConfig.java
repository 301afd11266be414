package health.cloudcare.gateway.proxy;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the gateway talks to the services behind it. */
@ConfigMapping(prefix = "cloudcare.gateway.proxy")
public interface ProxyConfig {

    @WithDefault("2S")
    Duration connectTimeout();

    /**
     * How long a service may take no input and give no answer; wearables may hold an upload back for 30 seconds. An answer that
     * has begun (SSE) may be silent for longer.
     */
    @WithDefault("45S")
    Duration serviceTimeout();

    /** Per service and event loop. Live streams and uploads each hold one. */
    @WithDefault("512")
    int connections();

    /**
     * Of a route that says so, how many requests may be under way at once through this gateway; less than the service itself
     * allows. What is more is refused here, where that costs least.
     */
    @WithDefault("96")
    int limitedAtOnce();

    @WithDefault("16M")
    MemorySize bodyLimit();

    @WithDefault("4G")
    MemorySize exportBodyLimit();
}
