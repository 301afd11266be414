package health.cloudcare.wearables.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Verdict;

/** Counts what a sync brings, from one thread, in bounded memory. */
public final class SyncTally {

    static final int MAX_REJECTIONS = 100;

    /** HealthKit has about 200; one upload that invents more has them counted together. */
    static final int MAX_TYPES = 500;

    static final String FURTHER_TYPES = "(further types)";
    static final String NO_TYPE = "(no type)";

    private static final int MAX_TYPE_LENGTH = 120;

    private final Map<String, TypeCount> types = new LinkedHashMap<>();
    private final List<RejectedRecord> rejections = new ArrayList<>();
    private long accepted;
    private long rejected;
    private long unmapped;

    public void count(@Nullable String type, long position, Verdict verdict) {
        switch (verdict) {
            case Verdict.Accepted(var reading) -> {
                accepted++;
                add(type, reading.metric(), 1, 0, 0);
            }
            case Verdict.Rejected(var metric, var reason, var message) -> {
                rejected++;
                String name = add(type, metric, 0, 1, 0);
                if (rejections.size() < MAX_REJECTIONS) {
                    rejections.add(new RejectedRecord(position, name, reason, message));
                }
            }
            case Verdict.Unmapped() -> countUnmapped(type);
        }
    }

    /** Something that is never a reading: a workout, a type that is not kept. */
    public void countUnmapped(@Nullable String type) {
        unmapped++;
        add(type, null, 0, 0, 1);
    }

    public SyncReport report() {
        return new SyncReport(
                accepted + rejected + unmapped,
                accepted,
                rejected,
                unmapped,
                List.copyOf(types.values()),
                List.copyOf(rejections));
    }

    private String add(@Nullable String type, @Nullable MetricType metric, long taken, long refused, long other) {
        String name = name(type);
        String counted = types.containsKey(name) || types.size() < MAX_TYPES ? name : FURTHER_TYPES;
        String code = metric == null || counted.equals(FURTHER_TYPES) ? null : metric.code();
        types.merge(
                counted,
                new TypeCount(counted, code, taken + refused + other, taken, refused, other),
                (before, one) -> before.plus(taken, refused, other));
        return counted;
    }

    private static String name(@Nullable String type) {
        if (type == null || type.isBlank()) {
            return NO_TYPE;
        }
        return type.length() <= MAX_TYPE_LENGTH ? type : type.substring(0, MAX_TYPE_LENGTH);
    }
}
