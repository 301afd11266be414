package health.cloudcare.benchmarks.dashboard;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.Latencies;
import health.cloudcare.benchmarks.load.ClosedLoop;
import health.cloudcare.benchmarks.load.InTurn;
import health.cloudcare.benchmarks.load.Requests;
import health.cloudcare.benchmarks.load.Tally;
import health.cloudcare.benchmarks.stack.ServiceProcess;

/** The comprehensive call against the five that it replaces, in turn; and how many such reads a second there can be. */
record OneAgainstFive(ServiceProcess service, UUID patientId, String token, int days) {
    private static final int WARM_UPS = 200;
    private static final int ROUNDS = 8;
    private static final int CALLS = 250;
    private static final int CLIENTS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration TIME = Duration.ofSeconds(8);

    /** What one side took, and the processor time of the service for it. */
    private record Part(Latencies latencies, double cpuMillis) {
        static Part of(List<Part> parts) {
            return new Part(
                    Latencies.together(parts.stream().map(Part::latencies).toList()),
                    parts.stream().mapToDouble(Part::cpuMillis).average().orElseThrow());
        }
    }

    void run(Console console, List<Figure> figures) throws Exception {
        try (var one = DashboardCalls.comprehensive(service, patientId, token, days);
                var five = DashboardCalls.five(service, patientId, token, days)) {
            reads(console, figures, "comprehensive", one);
            reads(console, figures, "five-calls", five);
            Latencies.of(WARM_UPS, 1, one::send);
            Latencies.of(WARM_UPS, 1, five::send);
            List<Part> ones = new ArrayList<>();
            List<Part> fives = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ones.add(measure(one));
                fives.add(measure(five));
            }
            Part ours = Part.of(ones);
            Part replaced = Part.of(fives);
            console.line(
                    "one call: %s, %,d bytes; the five it replaces: %s, %,d bytes",
                    ours.latencies(),
                    one.send().length(),
                    replaced.latencies(),
                    five.send().length());
            String name = "comprehensive-vs-five-calls";
            figures.add(Figure.growth(
                    name, ours.latencies().mean(), replaced.latencies().mean()));
            figures.add(Figure.growth(
                    name + "-p50", ours.latencies().p50(), replaced.latencies().p50()));
            figures.add(Figure.growth(
                    name + "-p95", ours.latencies().p95(), replaced.latencies().p95()));
            figures.add(Figure.growth(name + "-cpu", ours.cpuMillis(), replaced.cpuMillis()));
        }
    }

    private Part measure(DashboardCalls calls) throws Exception {
        Duration before = service.cpu();
        Latencies latencies = Latencies.of(0, CALLS, calls::send);
        return new Part(latencies, service.cpu().minus(before).toNanos() / 1e6 / CALLS);
    }

    /** Each with its token verified, an access decision, and an entry of the audit trail that the broker has. */
    private void reads(Console console, List<Figure> figures, String what, DashboardCalls calls) throws IOException {
        List<byte[]> requests =
                calls.paths().stream().map(path -> Requests.get(path, token)).toList();
        ClosedLoop loop = new ClosedLoop(service.port(), CLIENTS);
        loop.run(new InTurn(requests), WARM_UP);
        Tally tally = loop.run(new InTurn(requests), TIME);
        console.line("%s, %d at a time: %,.0f reads/s", what, CLIENTS, tally.perSecond());
        figures.add(new Figure.Plain("authorised-reads-per-second-" + what, Math.round(tally.perSecond())));
    }
}
