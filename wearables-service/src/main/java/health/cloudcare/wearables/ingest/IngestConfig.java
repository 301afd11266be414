package health.cloudcare.wearables.ingest;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the ingest path. */
@ConfigMapping(prefix = "cloudcare.wearables.ingest")
public interface IngestConfig {
    /** Database that holds chunks, rollups, calendars, syncs and watermarks, all of them or none. */
    @WithDefault("wearables")
    String database();

    /** How many partitions' records are decoded, and how many patients' are merged, side by side. */
    @WithDefault("2")
    int lanes();

    /** How often the watermarks are compared with what this consumer has merged, in case the database lost its end. */
    @WithDefault("2s")
    Duration watermarkCheck();

    /** Pause before a batch that the database could not take is tried again, doubled each time. */
    @WithDefault("200ms")
    Duration retryAfter();

    /** Longest such pause. */
    @WithDefault("10s")
    Duration retryAtMost();

    /** A day can still be written to as "today" somewhere until this long after it ended in UTC. */
    @WithDefault("12h")
    Duration dayClosesAfter();
}
