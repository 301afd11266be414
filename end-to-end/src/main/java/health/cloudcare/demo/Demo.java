package health.cloudcare.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.UnexpectedAnswerException;

/** Plays the journey against the running suite: {@code Demo [export.xml|.gz|.zip]}. */
public final class Demo {

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Demo() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(arguments, new Console(out, System.console() != null), System.getenv()));
    }

    private static int run(String[] arguments, Console console, Map<String, String> environment) {
        if (arguments.length > 1 || arguments.length == 1 && !Files.isReadable(Path.of(arguments[0]))) {
            console.line("Usage: ./cloudcare demo [export.xml, .gz or .zip of Apple Health that can be read]");
            return USAGE;
        }
        Optional<Path> file = arguments.length == 0 ? Optional.empty() : Optional.of(Path.of(arguments[0]));
        Gateway gateway = new Gateway(GatewayAddress.find(environment, System.getProperty("cloudcare.project", ".")));
        if (!isRunning(gateway)) {
            console.line(
                    "CloudCare is not running at %s. Start it with ./cloudcare up, then run the demo again.",
                    gateway.base());
            return FAILED;
        }
        return play(gateway, file, console);
    }

    private static int play(Gateway gateway, Optional<Path> file, Console console) {
        try {
            return new DemoJourney(gateway, console, Clock.systemUTC()).play(file) ? PASSED : FAILED;
        } catch (UnexpectedAnswerException e) {
            console.inPlace("The demo stopped: CloudCare answered " + e.getMessage());
        } catch (UncheckedIOException e) {
            console.inPlace("The demo stopped: " + cause(e));
        } catch (IllegalArgumentException e) {
            console.inPlace("The demo stopped: " + e.getMessage());
        }
        return FAILED;
    }

    private static String cause(UncheckedIOException failure) {
        Throwable cause = failure.getCause();
        String message = cause == null ? null : cause.getMessage();
        return message == null ? "the connection to CloudCare broke" : message;
    }

    private static boolean isRunning(Gateway gateway) {
        try {
            return gateway.get("/q/health/live").status() == 200;
        } catch (UncheckedIOException nobody) {
            return false;
        }
    }
}
