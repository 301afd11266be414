package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Work with the processor time that one process spent on it. */
public record Usage(Tally work, Duration cpu) {
    public static final Usage NONE = new Usage(Tally.NOTHING, Duration.ZERO);

    /** Something that takes a while. */
    public interface Run {
        Tally run() throws IOException;
    }

    /** @param clock the processor time of the process so far */
    public static Usage of(Supplier<Duration> clock, Run run) throws IOException {
        Duration before = clock.get();
        Tally work = run.run();
        return new Usage(work, clock.get().minus(before));
    }

    public Usage and(Usage other) {
        return new Usage(work.and(other.work), cpu.plus(other.cpu));
    }

    public double perSecond() {
        return work.perSecond();
    }

    public double perCpuSecond() {
        return new Tally(work.done(), cpu).perSecond();
    }

    /** @param unit what was done, in the plural */
    public String line(String unit) {
        return String.format(
                Locale.ROOT,
                "%,.1f %s/s (%.3f ms of its processor time each)",
                perSecond(),
                unit,
                1_000 / perCpuSecond());
    }
}
