package health.cloudcare.wearables.summary;

import health.cloudcare.wearables.rollup.Slots;

/** What the slots of a stretch of time come to. They are added in the order of time. */
final class Figures {
    private int count;
    private double sum;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double last;

    void add(Slots slots, int slot) {
        sum += slots.sum(slot);
        if (slots.count(slot) > 0) {
            count += slots.count(slot);
            min = Math.min(min, slots.min(slot));
            max = Math.max(max, slots.max(slot));
            last = slots.last(slot);
        }
    }

    /** What comes after these. */
    void addAll(Figures later) {
        sum += later.sum;
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
}
