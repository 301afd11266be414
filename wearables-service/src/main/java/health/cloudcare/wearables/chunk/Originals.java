package health.cloudcare.wearables.chunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.reading.Original;
import health.cloudcare.wearables.store.ColumnReader;
import health.cloudcare.wearables.store.ColumnWriter;

/** What sources wrote of some of a chunk's samples, by the samples' indexes. Samples in the metric's unit take no room. */
final class Originals {
    private @Nullable Original[] bySample = new Original[16];
    private int end;

    /** The originals that are there: a column of indexes beside those of values and of units by number. */
    private record Columns(int[] index, double[] value, int[] unit, List<String> units) {}

    void put(int sample, Original original) {
        if (sample >= bySample.length) {
            bySample = Arrays.copyOf(bySample, Math.max(sample + 1, bySample.length * 2));
        }
        bySample[sample] = original;
        end = Math.max(end, sample + 1);
    }

    @Nullable
    Original get(int sample) {
        return sample < end ? bySample[sample] : null;
    }

    byte[] encode() {
        Columns columns = columns();
        int n = columns.index().length;
        ColumnWriter writer =
                new ColumnWriter().unsigned(n).unsigned(columns.units().size());
        columns.units().forEach(writer::text);
        return writer.increasing(columns.index(), n)
                .repetitive(columns.unit(), n)
                .decimals(columns.value(), n)
                .toBytes();
    }

    static Originals decode(byte[] packed) {
        ColumnReader reader = new ColumnReader(packed);
        int n = (int) reader.unsigned();
        List<String> units = new ArrayList<>();
        for (long left = reader.unsigned(); left > 0; left--) {
            units.add(reader.text());
        }
        int[] index = reader.increasing(n);
        int[] unit = reader.repetitive(n);
        double[] value = reader.decimals(n);
        Originals originals = new Originals();
        for (int i = 0; i < n; i++) {
            originals.put(index[i], new Original(value[i], units.get(unit[i])));
        }
        return originals;
    }

    private Columns columns() {
        int[] index = new int[end];
        int[] unit = new int[end];
        double[] value = new double[end];
        List<String> units = new ArrayList<>();
        int n = 0;
        for (int i = 0; i < end; i++) {
            Original original = bySample[i];
            if (original != null) {
                if (!units.contains(original.unit())) {
                    units.add(original.unit());
                }
                index[n] = i;
                unit[n] = units.indexOf(original.unit());
                value[n++] = original.value();
            }
        }
        return new Columns(Arrays.copyOf(index, n), Arrays.copyOf(value, n), Arrays.copyOf(unit, n), units);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Originals other && Arrays.equals(bySample, 0, end, other.bySample, 0, other.end);
    }

    @Override
    public int hashCode() {
        return end;
    }
}
