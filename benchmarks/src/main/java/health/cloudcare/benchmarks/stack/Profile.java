package health.cloudcare.benchmarks.stack;

import java.nio.file.Path;
import java.util.List;

/** A flight recording of every Java process, kept in the folder that CLOUDCARE_BENCH_PROFILE names. */
final class Profile {
    private Profile() {}

    static List<String> options(String process) {
        String folder = System.getenv("CLOUDCARE_BENCH_PROFILE");
        return folder == null || folder.isBlank()
                ? List.of()
                : List.of("-XX:StartFlightRecording:settings=profile,dumponexit=true,filename="
                        + Path.of(folder).toAbsolutePath().resolve(process + ".jfr"));
    }
}
