package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.load.ClosedLoop;
import health.cloudcare.benchmarks.load.Comparison;
import health.cloudcare.benchmarks.load.Connection;
import health.cloudcare.benchmarks.load.InTurn;
import health.cloudcare.benchmarks.load.Side;
import health.cloudcare.benchmarks.stack.ServiceProcess;

/** The same data of the same patients, read by their doctors and by themselves, in turn, at the service itself. */
record ConsentedAgainstOwner(ConsentStack stack, List<Consent> consents) {
    private static final int CLIENTS = 16;
    private static final int WARM_UPS = 2;
    private static final int WARM_UP_REQUESTS = 3_000;
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(3);
    private static final int ROUNDS = 6;
    private static final String NAME = "consented-vs-owner";

    /** @param round how long each of the two reads, each time */
    void compare(PatientData data, Duration round, Console console, List<Figure> figures) throws IOException {
        Side doctors =
                side(data, consents.stream().map(consent -> consent.read(data)).toList());
        Side owners = side(
                data, consents.stream().map(consent -> consent.ownersRead(data)).toList());
        console.line("%s: %s", data.service(), answers(data));
        for (int i = 0; i < WARM_UPS; i++) {
            doctors.run(WARM_UP_REQUESTS, WARM_UP_LIMIT);
            owners.run(WARM_UP_REQUESTS, WARM_UP_LIMIT);
        }
        Comparison all = Comparison.NOTHING;
        for (int number = 1; number <= ROUNDS; number++) {
            all = all.and(Comparison.round(number, doctors, owners, round));
        }
        console.line("%s: %s", data.service(), all.line("doctors", "owners"));
        String name =
                data == PatientData.WEARABLES ? NAME : NAME + "-" + data.name().toLowerCase(Locale.ROOT);
        figures.add(all.figure(name));
        figures.add(all.cpuFigure(name + "-cpu"));
    }

    private Side side(PatientData data, List<byte[]> requests) {
        ServiceProcess service = stack.service(data);
        return new Side(new ClosedLoop(service.port(), CLIENTS), new InTurn(requests), service::cpu);
    }

    private String answers(PatientData data) throws IOException {
        Consent first = consents.getFirst();
        try (Connection service = Connection.open(stack.service(data).port())) {
            return String.format(
                    Locale.ROOT,
                    "a doctor is answered %,d characters, the owner %,d",
                    service.exchange(first.read(data)).length(),
                    service.exchange(first.ownersRead(data)).length());
        }
    }
}
