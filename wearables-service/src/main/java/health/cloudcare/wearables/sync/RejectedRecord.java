package health.cloudcare.wearables.sync;

import health.cloudcare.wearables.reading.RejectionReason;

/**
 * A record that was not taken.
 *
 * @param position the line of a file, from 1, or the index in a JSON list, from 0
 * @param message for people, without the refused value
 */
public record RejectedRecord(long position, String type, RejectionReason reason, String message) {}
