package health.cloudcare.wearables.store;

/** This writer's partition has been assigned anew; whoever holds it now goes on from the watermark. */
public final class FencedOffException extends RuntimeException {
    FencedOffException(long own, long newer) {
        super("assignment epoch " + own + " has been superseded by " + newer);
    }
}
