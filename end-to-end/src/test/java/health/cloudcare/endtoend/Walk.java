package health.cloudcare.endtoend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.NewDoctor;

/** Many callers who do at random what they may and what they may not, while patients give and withdraw consents. */
final class Walk {

    private static final int WALKERS = 16;
    private static final int PATIENTS = 6;
    private static final int DOCTORS = 8;
    private static final Set<String> EVERYTHING = Set.of("PROFILE", "DOCUMENTS", "WEARABLES", "APPOINTMENTS", "NOTES");
    private static final List<Map<String, ?>> NARROWINGS = List.of(
            Map.of(),
            Map.of("categories", List.of("WEARABLES"), "metrics", List.of("steps"), "resolution", "DAILY"),
            Map.of("categories", List.of("PROFILE", "NOTES")),
            // counted where the consents are kept, and not in the services
            Map.of("max_reads", 3, "reads_per", "DAY"));
    /** What anybody may try with any patient. */
    private static final List<Deed> DEEDS = List.copyOf(
            EnumSet.complementOf(EnumSet.of(Deed.ANSWER_CONSENT, Deed.BREAK_GLASS, Deed.SEE_IN_LIST, Deed.WRITE_NOTE)));

    private final Gateway gateway;
    private final long seed;
    private final List<SignedIn> patients = new ArrayList<>();
    private final List<SignedIn> doctors = new ArrayList<>();
    private final List<WalkCaller> callers = new ArrayList<>();
    private final ConsentLedger ledger = new ConsentLedger();
    private final Map<UUID, Queue<UUID>> given = new ConcurrentHashMap<>();
    /** Patients do one thing after the other with their consents. */
    private final Map<UUID, Lock> hands = new ConcurrentHashMap<>();

    private final Queue<WalkStep> steps = new ConcurrentLinkedQueue<>();

    Walk(Suite suite, long seed) {
        this.gateway = suite.gateway();
        this.seed = seed;
        SignedIn hospital = Hospitals.verified(suite);
        doctors.addAll(Together.all(IntStream.range(0, DOCTORS)
                .<Callable<SignedIn>>mapToObj(i -> () -> Hospitals.verifiedDoctorOf(hospital))
                .toList()));
        patients.addAll(Together.all(IntStream.range(0, PATIENTS)
                .<Callable<SignedIn>>mapToObj(i -> () -> SignedIn.newPatient(gateway))
                .toList()));
        // every patient is known to everybody before the first step
        patients.forEach(patient -> Consents.requested(doctors.getFirst(), patient.profileId()));
        admit(hospital, patients.getFirst());
        Stream.of(patients, doctors, List.of(hospital, Hospitals.doctorOf(hospital, NewDoctor.invent())))
                .flatMap(List::stream)
                .map(WalkCaller::of)
                .forEach(callers::add);
        callers.add(WalkCaller.administrator(suite));
        callers.add(WalkCaller.ANONYMOUS);
    }

    private void admit(SignedIn hospital, SignedIn patient) {
        long before = System.nanoTime();
        UUID consent = UUID.fromString(Consents.admit(hospital, patient));
        ledger.given(consent, patient.profileId(), hospital.profileId(), EVERYTHING, before);
    }

    /** All steps, in no order. */
    List<WalkStep> take(int number) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> walkers = IntStream.range(0, WALKERS)
                    .<Future<?>>mapToObj(walker -> executor.submit(() -> walk(walker, number / WALKERS)))
                    .toList();
            for (Future<?> walker : walkers) {
                walker.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(steps);
    }

    ConsentLedger ledger() {
        return ledger;
    }

    List<SignedIn> patients() {
        return List.copyOf(patients);
    }

    private void walk(int walker, int number) {
        SplittableRandom random = new SplittableRandom(seed + walker);
        for (int i = 0; i < number; i++) {
            String id = "walk-%d-%d-%d".formatted(seed, walker, i);
            int chance = random.nextInt(100);
            if (chance < 6) {
                SignedIn patient = one(patients, random);
                SignedIn doctor = one(doctors, random);
                Map<String, ?> narrowing = one(NARROWINGS, random);
                withOneHand(patient, () -> give(id, patient, doctor, narrowing));
            } else if (chance < 10) {
                SignedIn patient = one(patients, random);
                withOneHand(patient, () -> withdraw(id, patient));
            } else if (chance < 12) {
                withdrawOfAnother(id, one(patients, random), one(callers, random));
            } else if (chance < 13) {
                breakGlass(id, one(patients, random), doctors.getLast());
            } else if (chance < 16) {
                seeList(id, one(doctors, random));
            } else if (chance < 22) {
                step(id, Deed.WRITE_NOTE, WalkCaller.of(one(doctors, random)), one(patients, random));
            } else if (chance < 40) {
                SignedIn patient = one(patients, random);
                step(id, one(DEEDS, random), WalkCaller.of(patient), patient);
            } else {
                step(id, one(DEEDS, random), one(callers, random), one(patients, random));
            }
        }
    }

    private void withOneHand(SignedIn patient, Runnable action) {
        Lock hand = hands.computeIfAbsent(patient.profileId(), owner -> new ReentrantLock());
        hand.lock();
        try {
            action.run();
        } finally {
            hand.unlock();
        }
    }

    private void step(String id, Deed deed, WalkCaller caller, SignedIn patient) {
        UUID patientId = patient.profileId();
        send(id, deed, deed.path(patientId), deed.body(patientId), caller, patientId);
    }

    /** The asking is no access: it tells the doctor nothing. */
    private void give(String id, SignedIn patient, SignedIn doctor, Map<String, ?> narrowing) {
        String consent = Consents.request(doctor, patient.profileId())
                .expect(201)
                .json()
                .path("id")
                .asText();
        Map<String, Object> body = new HashMap<>(narrowing);
        body.put("status", "APPROVED");
        long before = System.nanoTime();
        // the doctor may be let in before the patient has the answer
        Set<String> categories = narrowing.get("categories") instanceof List<?> some
                ? Set.copyOf(some.stream().map(String::valueOf).toList())
                : EVERYTHING;
        ledger.given(UUID.fromString(consent), patient.profileId(), doctor.profileId(), categories, before);
        Answer answer = answer(id, consent, body, WalkCaller.of(patient), patient);
        answer.expect(200);
        given.computeIfAbsent(patient.profileId(), owner -> new ConcurrentLinkedQueue<>())
                .add(UUID.fromString(consent));
    }

    private void withdraw(String id, SignedIn patient) {
        UUID consent = given.getOrDefault(patient.profileId(), new ConcurrentLinkedQueue<>())
                .poll();
        if (consent == null) {
            step(id, Deed.LIST_CONSENTS, WalkCaller.of(patient), patient);
            return;
        }
        Answer answer = answer(id, consent.toString(), Map.of("status", "REVOKED"), WalkCaller.of(patient), patient);
        answer.expect(200);
        ledger.withdrawn(consent, System.nanoTime());
    }

    private void withdrawOfAnother(String id, SignedIn patient, WalkCaller stranger) {
        UUID consent = given.getOrDefault(patient.profileId(), new ConcurrentLinkedQueue<>())
                .peek();
        if (consent == null || stranger.isPatient(patient.profileId())) {
            step(id, Deed.LIST_CONSENTS, stranger, patient);
        } else {
            answer(id, consent.toString(), Map.of("status", "REVOKED"), stranger, patient);
        }
    }

    private void breakGlass(String id, SignedIn patient, SignedIn doctor) {
        long before = System.nanoTime();
        UUID patientId = patient.profileId();
        Map<String, String> body = Map.of("reason", "Found without consciousness.");
        Deed deed = Deed.BREAK_GLASS;
        Answer answer = send(id, deed, deed.path(patientId), body, WalkCaller.of(doctor), patientId);
        UUID consent = UUID.fromString(answer.expect(201).json().path("id").asText());
        ledger.emergency(consent, patientId, doctor.profileId(), before);
    }

    /** One access to each patient of whom more than the name is asked for. */
    private void seeList(String id, SignedIn doctor) {
        WalkCaller caller = WalkCaller.of(doctor);
        long start = System.nanoTime();
        Answer answer = exchange(id, Deed.SEE_IN_LIST, Deed.SEE_IN_LIST.path(doctor.profileId()), null, caller);
        long end = System.nanoTime();
        for (JsonNode row : answer.expect(200).json()) {
            if (row.path("access_granted").asBoolean()) {
                UUID patientId = UUID.fromString(row.path("patient_id").asText());
                int status = row.path("patient_age").isNumber() ? 200 : 403;
                steps.add(new WalkStep(id, Deed.SEE_IN_LIST, caller, patientId, status, start, end));
            }
        }
    }

    private Answer answer(String id, String consent, Map<String, ?> body, WalkCaller caller, SignedIn patient) {
        Deed deed = Deed.ANSWER_CONSENT;
        return send(id, deed, deed.path(patient.profileId()) + consent, body, caller, patient.profileId());
    }

    private Answer send(String id, Deed deed, String path, @Nullable Object body, WalkCaller caller, UUID patientId) {
        long start = System.nanoTime();
        Answer answer = exchange(id, deed, path, body, caller);
        steps.add(new WalkStep(id, deed, caller, patientId, answer.status(), start, System.nanoTime()));
        return answer;
    }

    private Answer exchange(String id, Deed deed, String path, @Nullable Object body, WalkCaller caller) {
        Map<String, String> headers = new HashMap<>(Map.of("X-Request-Id", id));
        if (caller.token() != null) {
            headers.put("Authorization", "Bearer " + caller.token());
        }
        return body == null
                ? gateway.send(deed.method(), path, headers)
                : gateway.send(deed.method(), path, body, headers);
    }

    private static <T> T one(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }
}
