package health.cloudcare.localstack.supervisor;

/** A process that never became ready. */
final class StartFailedException extends Exception {
    private final String process;

    StartFailedException(String process, String cause) {
        super(process + " did not become ready: " + cause);
        this.process = process;
    }

    /** Its name, which is also that of its log file. */
    String process() {
        return process;
    }
}
