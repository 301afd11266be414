package health.cloudcare.document.record;

import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Why a call about documents is refused. */
final class RecordProblems {

    private static final long MIB = 1024 * 1024;

    private static final ProblemType NO_FILE = new ProblemType("FILE_NOT_FOUND", 404, "Not found");

    private RecordProblems() {}

    /** Also for somebody else's document, so that ids cannot be probed. */
    static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("There is no such document.");
    }

    /** The same in the codes of the cookie surface. */
    static HttpProblem fileNotFound() {
        return NO_FILE.problem("There is no such file.");
    }

    static HttpProblem noFile() {
        return NO_FILE.problem("There is no file with this document.");
    }

    static HttpProblem unknownPatient() {
        return ProblemType.NOT_FOUND.problem("There is no such patient.");
    }

    static HttpProblem invalid(FieldError error) {
        return ProblemType.INVALID.problem("The request is not valid.", List.of(error));
    }

    static HttpProblem wrongContent(List<String> accepted) {
        String expected = "must be one of " + String.join(", ", accepted);
        return ProblemType.INVALID.problem(
                "The content of the file is of a type that is not accepted here.",
                List.of(new FieldError("file", expected, "media_type")));
    }

    static HttpProblem tooLarge(long limit) {
        return ProblemType.TOO_LARGE.problem("The file is larger than the %d MiB allowed.".formatted(limit / MIB));
    }

    static HttpProblem tookTooLong() {
        return ProblemType.UNAVAILABLE.problem("The document could not be stored in time. Try again.");
    }
}
