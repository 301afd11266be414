package health.cloudcare.wearables.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Packs columns of numbers into bytes: integers as zigzag variable-length differences, decimal fractions as scaled
 * integers where that is exact, and as IEEE 754 doubles otherwise. What is read back is equal to the last bit.
 */
public final class ColumnWriter {
    /** Mark of a column kept as plain doubles; smaller marks are numbers of decimals. */
    static final int PLAIN = 15;

    private static final int MOST_DECIMALS = 6;
    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    /** Beyond it a double holds no fractions, and differences of such values could overflow. */
    private static final double LARGEST_SCALED = 1L << 52;

    private byte[] bytes = new byte[256];
    private int size;

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public ColumnWriter unsigned(long value) {
        require(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    public ColumnWriter signed(long value) {
        return unsigned(value << 1 ^ value >> 63);
    }

    /** A number of which no bit is likelier than another, in eight bytes. */
    public ColumnWriter number(long value) {
        plain(value);
        return this;
    }

    public ColumnWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes with their length before them. */
    public ColumnWriter bytes(byte[] more) {
        unsigned(more.length);
        require(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    /** Each value as its difference to the one before; a common divisor of all of them (whole seconds) is taken out. */
    public ColumnWriter increasing(int[] column, int count) {
        int divisor = divisor(column, count);
        unsigned(divisor);
        long before = 0;
        for (int i = 0; i < count; i++) {
            signed((column[i] - before) / divisor);
            before = column[i];
        }
        return this;
    }

    /** A column that is mostly one and the same value: that value once, or each value. */
    public ColumnWriter repetitive(int[] column, int count) {
        boolean constant = true;
        for (int i = 1; i < count && constant; i++) {
            constant = column[i] == column[0];
        }
        unsigned(constant ? 1 : 0);
        for (int i = 0; i < (constant ? Math.min(count, 1) : count); i++) {
            unsigned(column[i]);
        }
        return this;
    }

    public ColumnWriter decimals(double[] column, int count) {
        int decimals = decimalsOf(column, count);
        unsigned(decimals);
        if (decimals == PLAIN) {
            for (int i = 0; i < count; i++) {
                plain(Double.doubleToRawLongBits(column[i]));
            }
            return this;
        }
        long before = 0;
        for (int i = 0; i < count; i++) {
            long scaled = (long) Math.rint(column[i] * POWERS[decimals]);
            signed(scaled - before);
            before = scaled;
        }
        return this;
    }

    private static int decimalsOf(double[] column, int count) {
        int decimals = 0;
        for (int i = 0; i < count; i++) {
            while (!exact(column[i], decimals)) {
                if (++decimals > MOST_DECIMALS) {
                    return PLAIN;
                }
            }
        }
        // more decimals than the first values needed must still hold those exactly
        for (int i = 0; i < count; i++) {
            if (!exact(column[i], decimals)) {
                return PLAIN;
            }
        }
        return decimals;
    }

    private static boolean exact(double value, int decimals) {
        double scaled = Math.rint(value * POWERS[decimals]);
        return Math.abs(scaled) < LARGEST_SCALED
                && Double.doubleToRawLongBits(unscale((long) scaled, decimals)) == Double.doubleToRawLongBits(value);
    }

    static double unscale(long scaled, int decimals) {
        return scaled / POWERS[decimals];
    }

    private static int divisor(int[] column, int count) {
        int divisor = 0;
        for (int i = 0; i < count && divisor != 1; i++) {
            int a = Math.abs(column[i]);
            while (a != 0) {
                int rest = divisor % a;
                divisor = a;
                a = rest;
            }
        }
        return Math.max(divisor, 1);
    }

    private void plain(long bits) {
        require(8);
        for (int shift = 0; shift < 64; shift += 8) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    private void require(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
