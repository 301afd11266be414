package health.cloudcare.hospital.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.hospital.HospitalTables;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.hospital.admission.Ward.as;
import static health.cloudcare.hospital.admission.Ward.discharge;
import static health.cloudcare.hospital.admission.Ward.path;
import static health.cloudcare.hospital.admission.Ward.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** However many want a bed at once, nobody gets one that is not there. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class BedsTest {

    private static final int AT_ONCE = 8;

    @Inject
    HospitalTables tables;

    @Inject
    Ward ward;

    @Inject
    AdmissionLifecycle lifecycle;

    @Test
    void ofAHundredWhoComeAtOnceForTenBedsExactlyTenAreAdmitted() throws Exception {
        NewHospital hospital = ward.openHospital(10);
        List<ConsentStory> stories = new ArrayList<>();
        List<Callable<Void>> admissions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ConsentStory story = ConsentStory.of(UUID.randomUUID(), hospital);
            stories.add(story);
            admissions.add(() -> admit(story));
        }

        together(100, admissions);

        assertThat(stories)
                .filteredOn(story -> isAdmitted(story))
                .as("admitted")
                .hasSize(10)
                .allMatch(story ->
                        Boolean.TRUE.equals(tables.admission(story.consentId()).get("has_bed")));
        assertThat(stories).filteredOn(story -> !isAdmitted(story)).allMatch(story -> "CLOSED"
                .equals(tables.admission(story.consentId()).get("status")));
        assertThat(stories).filteredOn(story -> !isAdmitted(story)).allMatch(story -> "NO_BED"
                .equals(tables.admission(story.consentId()).get("closed_because")));
        assertThat(told(hospital, PatientDischarged.TYPE, PatientDischarged.class, 90))
                .as("whose access ends, as it led to no admission")
                .extracting(PatientDischarged::consentId)
                .containsExactlyInAnyOrderElementsOf(stories.stream()
                        .filter(story -> !isAdmitted(story))
                        .map(ConsentStory::consentId)
                        .toList());
        assertThat(tables.hospital(hospital.hospitalId()))
                .containsEntry("available_beds", 0)
                .containsEntry("occupied_beds", 10);
        as(hospital)
                .body(Map.of("patient_id", UUID.randomUUID()))
                .post(path(hospital) + "/admit")
                .then()
                .statusCode(409)
                .body("error_code", equalTo("NO_BED_AVAILABLE"));
    }

    /** The oracle keeps sets and sums of its own, of what the calls answered. */
    @Test
    void aThousandAdmissionsDischargesAndUpdatesLeaveWhatAnOracleCounts() throws Exception {
        NewHospital hospital = ward.openHospital(20);
        Oracle oracle = new Oracle(20);
        long seed = System.nanoTime();
        List<Callable<Void>> clients = new ArrayList<>();
        for (int client = 0; client < AT_ONCE; client++) {
            Random random = new Random(seed + client);
            clients.add(() -> {
                Deque<UUID> mine = new ArrayDeque<>();
                for (int i = 0; i < 1000 / AT_ONCE; i++) {
                    step(hospital, random.nextInt(10), mine, oracle);
                }
                return null;
            });
        }

        together(AT_ONCE, clients);

        Map<String, Object> counts = tables.hospital(hospital.hospitalId());
        assertThat(counts)
                .as("seed %d", seed)
                .containsEntry("total_beds", oracle.total.get())
                .containsEntry("occupied_beds", oracle.in.get())
                .containsEntry("available_beds", oracle.total.get() - oracle.in.get() - oracle.outOfService.get());
        assertThat(tables.bedsHeldIn(hospital.hospitalId())).isEqualTo(oracle.in.longValue());
        as(hospital)
                .get(path(hospital) + "/dashboard")
                .then()
                .statusCode(200)
                .body("total_patients", equalTo(oracle.in.get()))
                .body("occupied_beds", equalTo(oracle.in.get()));
        assertThat(oracle.impossible.get()).as("numbers that cannot be").isZero();
    }

    private void step(NewHospital hospital, int kind, Deque<UUID> mine, Oracle oracle) throws Exception {
        if (kind < 5) {
            ConsentStory story = ConsentStory.of(UUID.randomUUID(), hospital);
            admit(story);
            if (isAdmitted(story)) {
                mine.add(story.patientId());
                oracle.in.incrementAndGet();
            }
        } else if (kind < 8 && !mine.isEmpty()) {
            discharge(hospital, mine.poll()).then().statusCode(200);
            oracle.in.decrementAndGet();
        } else if (kind == 8) {
            change(hospital, oracle, "total_beds", 1);
            oracle.total.incrementAndGet();
        } else if (change(hospital, oracle, "available_beds", -1)) {
            oracle.outOfService.incrementAndGet();
        }
    }

    /** Read, and written only if nothing has changed meanwhile; again until it is. False when the number is zero. */
    private static boolean change(NewHospital hospital, Oracle oracle, String member, int by) {
        String resources = path(hospital) + "/resources";
        while (true) {
            Response read = as(hospital).get(resources);
            oracle.look(read);
            int number = read.path(member);
            if (number + by < 0) {
                return false;
            }
            int status = as(hospital)
                    .header("If-Match", read.header("ETag"))
                    .body(Map.of(member, number + by))
                    .put(resources)
                    .statusCode();
            if (status == 200) {
                return true;
            }
            assertThat(status).isEqualTo(412);
        }
    }

    private static final class Oracle {
        final AtomicInteger total;
        final AtomicInteger in = new AtomicInteger();
        final AtomicInteger outOfService = new AtomicInteger();
        final AtomicInteger impossible = new AtomicInteger();

        Oracle(int beds) {
            total = new AtomicInteger(beds);
        }

        void look(Response read) {
            int available = read.path("available_beds");
            int occupied = read.path("occupied_beds");
            int all = read.path("total_beds");
            if (available < 0 || occupied < 0 || available + occupied > all) {
                impossible.incrementAndGet();
            }
        }
    }

    private Void admit(ConsentStory story) throws Exception {
        ConsentChange change = new ConsentChange(
                story.consentId(), 2, story.patientId(), story.hospitalId(), ConsentStory.ADMITTED_AT);
        awaited(() -> lifecycle.admit(change));
        return null;
    }

    private boolean isAdmitted(ConsentStory story) {
        return "ADMITTED".equals(tables.admission(story.consentId()).get("status"));
    }

    private static void awaited(Supplier<Uni<Void>> step) throws Exception {
        try {
            VertxContextSupport.subscribeAndAwait(step);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void together(int threads, List<Callable<Void>> tasks) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> done :
                    executor.invokeAll(tasks, Duration.ofMinutes(3).toSeconds(), TimeUnit.SECONDS)) {
                done.get();
            }
        }
    }
}
