package health.cloudcare.wearables.rollup;

import java.util.Arrays;

/**
 * Quarter hours in a row, by column. Every time zone's offset is a multiple of 15 minutes, so that the hours and days of
 * any zone are whole slots.
 *
 * <p>{@code count} is the number of readings that start in the slot and count; {@code sum} what they add up to (for
 * amounts: the part that falls into the slot); {@code min}, {@code max} and {@code last} are of the readings counted, and
 * zero where there are none.
 */
public final class Slots {
    public static final int SLOT_MILLIS = 900_000;
    public static final int PER_HOUR = 4;
    public static final int PER_DAY = 96;

    final int[] count;
    final double[] sum;
    final double[] min;
    final double[] max;
    final double[] last;

    public Slots(int size) {
        this(size, size);
    }

    private Slots(int size, int readings) {
        count = new int[size];
        sum = new double[size];
        min = new double[readings];
        max = new double[readings];
        last = new double[readings];
    }

    /** A day of which single readings are not told: its minima, maxima and last readings must not be asked for. */
    static Slots ofSums() {
        return new Slots(PER_DAY, 0);
    }

    /** Whether minima, maxima and last readings are known. */
    public boolean tellsReadings() {
        return min.length == count.length;
    }

    public int size() {
        return count.length;
    }

    public int count(int slot) {
        return count[slot];
    }

    public double sum(int slot) {
        return sum[slot];
    }

    public double min(int slot) {
        return min[slot];
    }

    public double max(int slot) {
        return max[slot];
    }

    public double last(int slot) {
        return last[slot];
    }

    public boolean empty(int slot) {
        return count[slot] == 0 && sum[slot] == 0;
    }

    /** A reading that counts; they come in the order of their starts. */
    void reading(int slot, double value) {
        if (count[slot] == 0) {
            min[slot] = value;
            max[slot] = value;
        } else {
            min[slot] = Math.min(min[slot], value);
            max[slot] = Math.max(max[slot], value);
        }
        count[slot]++;
        last[slot] = value;
    }

    void amount(int slot, double amount) {
        sum[slot] += amount;
    }

    /** Puts the other's slots in the place of these from {@code at} on. */
    void replace(int at, Slots other) {
        System.arraycopy(other.count, 0, count, at, other.size());
        System.arraycopy(other.sum, 0, sum, at, other.size());
        System.arraycopy(other.min, 0, min, at, other.size());
        System.arraycopy(other.max, 0, max, at, other.size());
        System.arraycopy(other.last, 0, last, at, other.size());
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Slots other
                && Arrays.equals(count, other.count)
                && Arrays.equals(sum, other.sum)
                && Arrays.equals(min, other.min)
                && Arrays.equals(max, other.max)
                && Arrays.equals(last, other.last);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(count) + Arrays.hashCode(sum);
    }
}
