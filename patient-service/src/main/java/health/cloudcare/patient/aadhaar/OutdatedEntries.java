package health.cloudcare.patient.aadhaar;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The entries of the vault that are sealed with an older key than the current one. */
@ApplicationScoped
class OutdatedEntries {

    private static final Logger LOG = Logger.getLogger(OutdatedEntries.class);

    /** Leaves out what another run works on at this moment, so that runs share the work. */
    private static final String BATCH = """
            SELECT * FROM aadhaar_vault WHERE key_version < ?1 AND uid > ?2
            ORDER BY uid LIMIT ?3 FOR UPDATE SKIP LOCKED
            """;

    private static final String COUNT = "SELECT count(*) FROM aadhaar_vault WHERE key_version < ?1";
    private static final String VERSIONS =
            "SELECT DISTINCT key_version FROM aadhaar_vault WHERE key_version < ?1 ORDER BY key_version";

    private final AadhaarCipher cipher;
    private final AadhaarKeys keys;
    private final int batchSize;

    OutdatedEntries(
            AadhaarCipher cipher,
            AadhaarKeys keys,
            @ConfigProperty(name = "cloudcare.aadhaar.reencryption.batch-size") int batchSize) {
        this.cipher = cipher;
        this.keys = keys;
        this.batchSize = batchSize;
    }

    /**
     * @param resealed how many entries are under the current key now
     * @param last where to go on
     * @param complete whether there is nothing to go on with
     */
    record Batch(int resealed, String last, boolean complete) {}

    /** A transaction of its own. An entry that does not open stays as it is; the others are not held up by it. */
    @WithTransaction
    Uni<Batch> reseal(String after) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BATCH, VaultEntry.class)
                        .setParameter(1, keys.currentVersion())
                        .setParameter(2, after)
                        .setParameter(3, batchSize)
                        .getResultList())
                .map(entries -> reseal(entries, after));
    }

    @WithSession
    Uni<Long> count() {
        return Panache.getSession().chain(session -> session.createNativeQuery(COUNT, Long.class)
                .setParameter(1, keys.currentVersion())
                .getSingleResult());
    }

    @WithSession
    Uni<List<Integer>> versionsWithoutKey() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VERSIONS, Integer.class)
                        .setParameter(1, keys.currentVersion())
                        .getResultList())
                .map(versions ->
                        versions.stream().filter(version -> !keys.has(version)).toList());
    }

    private Batch reseal(List<VaultEntry> entries, String after) {
        int resealed = (int) entries.stream().filter(this::reseal).count();
        String last = entries.isEmpty() ? after : entries.getLast().uid;
        return new Batch(resealed, last, entries.size() < batchSize);
    }

    private boolean reseal(VaultEntry entry) {
        try {
            entry.reseal(cipher.seal(cipher.open(entry.sealed(), entry.patientId), entry.patientId));
            return true;
        } catch (UnreadableEntryException e) {
            LOG.errorf("the Aadhaar number of patient %s does not open: %s", entry.patientId, e.getMessage());
            return false;
        }
    }
}
