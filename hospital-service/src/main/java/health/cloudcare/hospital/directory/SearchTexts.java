package health.cloudcare.hospital.directory;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import health.cloudcare.hospital.profile.Hospitals;

/** Indexes hospitals that were written before there was an index, or without it, some at a time. */
@ApplicationScoped
class SearchTexts {

    private static final Logger LOG = Logger.getLogger(SearchTexts.class);
    private static final int AT_ONCE = 500;

    private final Hospitals hospitals;

    SearchTexts(Hospitals hospitals) {
        this.hospitals = hospitals;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> index() {
        return hospitals.indexSome(AT_ONCE).chain(indexed -> {
            if (indexed == 0) {
                return Uni.createFrom().voidItem();
            }
            LOG.infof("%d hospitals can be found now", indexed);
            return index();
        });
    }
}
