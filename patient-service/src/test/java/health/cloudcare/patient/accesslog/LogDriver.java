package health.cloudcare.patient.accesslog;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import health.cloudcare.patient.Tables;

/** The log without the ways into it and out of it. */
@ApplicationScoped
class LogDriver {

    private final AccessLog log;
    private final ApartHeads apartHeads;
    private final ChainReading chains;

    LogDriver(AccessLog log, ApartHeads apartHeads, ChainReading chains) {
        this.log = log;
        this.apartHeads = apartHeads;
        this.chains = chains;
    }

    void append(List<LoggedAccess> accesses) {
        await(() -> log.append(accesses));
    }

    /** A new patient with so many entries, whose head is kept apart. */
    UUID patientWith(int entries) {
        UUID patient = UUID.randomUUID();
        append(Accesses.of(patient, entries));
        awaitApart(patient);
        return patient;
    }

    void awaitApart(UUID patient) {
        Tables.awaitTrue("SELECT count(*) = 0 FROM outbox WHERE event_key = ?", patient.toString());
    }

    /** What verifying this patient alone finds: other tests leave tampered logs behind. */
    List<ChainProblem> problemsOf(UUID patient) {
        PatientRange alone = new PatientRange(
                new UUID(patient.getMostSignificantBits(), patient.getLeastSignificantBits() - 1), patient);
        return await(() -> apartHeads.of(alone).chain(apart -> chains.verify(alone.after(), alone.upTo(), apart)))
                .problems();
    }

    static long entriesOf(UUID patient) {
        return Tables.one(Long.class, "SELECT count(*) FROM access_log WHERE patient_id = ?", patient);
    }

    static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
