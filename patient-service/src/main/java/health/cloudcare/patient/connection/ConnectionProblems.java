package health.cloudcare.patient.connection;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.problem.ProblemType;

/** Why a call about connections is refused, in the codes of its document. */
final class ConnectionProblems {

    private static final ProblemType NO_USER = new ProblemType("USER_NOT_FOUND", 404, "Not found");
    private static final ProblemType NO_REQUEST = new ProblemType("REQUEST_NOT_FOUND", 404, "Not found");
    private static final ProblemType NO_CONNECTION = new ProblemType("CONNECTION_NOT_FOUND", 404, "Not found");
    private static final ProblemType REQUESTED = new ProblemType("ALREADY_REQUESTED", 409, "Already requested");
    private static final ProblemType CONNECTED = new ProblemType("ALREADY_CONNECTED", 409, "Already connected");

    private ConnectionProblems() {}

    static HttpProblem unknownDoctor() {
        return NO_USER.problem("There is no such doctor.");
    }

    /** Or somebody else's. */
    static HttpProblem unknownRequest() {
        return NO_REQUEST.problem("There is no such request.");
    }

    static HttpProblem unknownConnection() {
        return NO_CONNECTION.problem("There is no such connection.");
    }

    static HttpProblem open(ConnectionStatus status) {
        return status == ConnectionStatus.ACCEPTED
                ? CONNECTED.problem("You are connected with this doctor already.")
                : requested();
    }

    static HttpProblem requested() {
        return REQUESTED.problem("You have asked this doctor already.");
    }

    static HttpProblem alreadyAnswered() {
        return ProblemType.CONFLICT.problem("This request was answered or withdrawn already.");
    }
}
