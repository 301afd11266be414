package health.cloudcare.benchmarks.stack;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A flight recording of every Java process, kept in the folder that CLOUDCARE_BENCH_PROFILE names. */
final class Profile {
    private Profile() {}

    /** Null when nothing is to be recorded. */
    static @Nullable Path folder() {
        String folder = System.getenv("CLOUDCARE_BENCH_PROFILE");
        return folder == null || folder.isBlank() ? null : Path.of(folder).toAbsolutePath();
    }

    static List<String> options(String process) {
        Path folder = folder();
        return folder == null
                ? List.of()
                : List.of("-XX:StartFlightRecording:settings=profile,dumponexit=true,filename="
                        + folder.resolve(process + ".jfr"));
    }
}
