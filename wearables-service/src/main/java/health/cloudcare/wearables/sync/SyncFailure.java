package health.cloudcare.wearables.sync;

/**
 * Why an upload ended before its end.
 *
 * @param reason a word that programs can tell apart
 * @param message for people
 * @param line of the file, from 1; 0 where no line can be told
 */
public record SyncFailure(String reason, String message, int line) {}
