package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.time.Duration;

import health.cloudcare.benchmarks.Figure;

/** Requests of ours, and as many seconds of the peer's. */
public record Comparison(Usage ours, Usage peer) {
    public static final Comparison NOTHING = new Comparison(Usage.NONE, Usage.NONE);

    private static final String RATE = "requests/s";
    private static final String CPU_RATE = "requests per processor second of the service";

    /** One after the other; who comes first changes with the number, so that neither gains while both still get faster. */
    public static Comparison round(int number, Side ours, Side peer, Duration each) throws IOException {
        if (number % 2 == 1) {
            Usage first = ours.run(each);
            return new Comparison(first, peer.run(each));
        }
        Usage first = peer.run(each);
        return new Comparison(ours.run(each), first);
    }

    public Comparison and(Comparison other) {
        return new Comparison(ours.and(other.ours), peer.and(other.peer));
    }

    public Figure figure(String name) {
        return Figure.rates(name, ours.perSecond(), RATE, peer.perSecond(), RATE);
    }

    /** What the process itself spends, without what it shares the machine with. */
    public Figure cpuFigure(String name) {
        return Figure.rates(name, ours.perCpuSecond(), CPU_RATE, peer.perCpuSecond(), CPU_RATE);
    }

    public String line(String oursName, String peerName) {
        return oursName + " " + ours.line("requests") + ", " + peerName + " " + peer.line("requests");
    }
}
