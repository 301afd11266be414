package health.cloudcare.wearables.summary;

import health.cloudcare.wearables.rollup.Slots;

/** What the slots of a stretch of time come to. They are added in the order of time. */
final class Figures {
    private int count;
    private double sum;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double last;
    private long revision;

    void add(Slots slots, int slot) {
        sum += slots.sum(slot);
        if (slots.count(slot) > 0) {
            count += slots.count(slot);
            if (slots.tellsReadings()) {
                min = Math.min(min, slots.min(slot));
                max = Math.max(max, slots.max(slot));
                last = slots.last(slot);
            }
        }
    }

    /** They hold figures of a day that is in that revision. */
    void ofRevision(long dayRevision) {
        revision += dayRevision;
    }

    /** What comes after these. */
    void addAll(Figures later) {
        sum += later.sum;
        revision += later.revision;
        if (later.count > 0) {
            count += later.count;
            min = Math.min(min, later.min);
            max = Math.max(max, later.max);
            last = later.last;
        }
    }

    /** Readings that start in the stretch. */
    int count() {
        return count;
    }

    double sum() {
        return sum;
    }

    double average() {
        return count == 0 ? 0 : sum / count;
    }

    double min() {
        return count == 0 ? 0 : min;
    }

    double max() {
        return count == 0 ? 0 : max;
    }

    double last() {
        return last;
    }

    /** Grows with every change of the days it is taken from; 0 when there is nothing. */
    long revision() {
        return revision;
    }
}
