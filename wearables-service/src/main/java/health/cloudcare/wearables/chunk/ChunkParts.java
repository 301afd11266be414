package health.cloudcare.wearables.chunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import health.cloudcare.wearables.reading.Source;

/** What a chunk is to be made of, possibly with sources and times of receipt that no sample has any more. */
record ChunkParts(boolean stages, List<Source> sources, long[] times, SampleColumns samples) {

    /** Without those, so that equal sets of samples make equal chunks. */
    HourChunk chunk() {
        int[] timePlace = places(samples.received, times.length);
        long[] usedTimes = new long[times.length];
        int used = 0;
        for (int i = 0; i < times.length; i++) {
            if (timePlace[i] >= 0) {
                usedTimes[used++] = times[i];
            }
        }
        return new HourChunk(stages, usedSources(), Arrays.copyOf(usedTimes, used), samples);
    }

    private List<Source> usedSources() {
        if (sources.size() == 1) {
            return sources;
        }
        int[] place = places(samples.source, sources.size());
        List<Source> used = new ArrayList<>();
        for (int i = 0; i < place.length; i++) {
            if (place[i] >= 0) {
                used.add(sources.get(i));
            }
        }
        return List.copyOf(used);
    }

    /** Renumbers the column by what of its table is in use; new numbers by old ones, -1 for what is not. */
    private int[] places(int[] column, int count) {
        int[] places = new int[count];
        Arrays.fill(places, -1);
        for (int i = 0; i < samples.size; i++) {
            places[column[i]] = 0;
        }
        int used = 0;
        for (int i = 0; i < count; i++) {
            if (places[i] == 0) {
                places[i] = used++;
            }
        }
        for (int i = 0; i < samples.size; i++) {
            column[i] = places[column[i]];
        }
        return places;
    }
}
