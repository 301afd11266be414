package health.cloudcare.wearables.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ColumnWriter} packed, in the same order. */
public final class ColumnReader {
    private final byte[] bytes;
    private int at;

    public ColumnReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean atEnd() {
        return at == bytes.length;
    }

    public long unsigned() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    public long signed() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        int length = (int) unsigned();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    public int[] increasing(int count) {
        int[] column = new int[count];
        int divisor = (int) unsigned();
        long before = 0;
        for (int i = 0; i < count; i++) {
            before += signed() * divisor;
            column[i] = (int) before;
        }
        return column;
    }

    public int[] repetitive(int count) {
        int[] column = new int[count];
        boolean constant = unsigned() == 1;
        for (int i = 0; i < count; i++) {
            column[i] = constant && i > 0 ? column[0] : (int) unsigned();
        }
        return column;
    }

    public double[] decimals(int count) {
        double[] column = new double[count];
        int decimals = (int) unsigned();
        long before = 0;
        for (int i = 0; i < count; i++) {
            if (decimals == ColumnWriter.PLAIN) {
                column[i] = Double.longBitsToDouble(number());
            } else {
                before += signed();
                column[i] = ColumnWriter.unscale(before, decimals);
            }
        }
        return column;
    }

    /** As {@link ColumnWriter#number}. */
    public long number() {
        long bits = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            bits |= (bytes[at++] & 0xFFL) << shift;
        }
        return bits;
    }
}
