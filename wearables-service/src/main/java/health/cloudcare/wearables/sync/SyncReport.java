package health.cloudcare.wearables.sync;

import java.util.List;

/**
 * What a sync brought. Records are counted once each: {@code records = accepted + rejected + unmapped}, and the same over
 * all types.
 *
 * @param rejections the first {@value SyncTally#MAX_REJECTIONS}
 */
public record SyncReport(
        long records,
        long accepted,
        long rejected,
        long unmapped,
        List<TypeCount> types,
        List<RejectedRecord> rejections) {

    public static final SyncReport EMPTY = new SyncReport(0, 0, 0, 0, List.of(), List.of());

    public SyncReport {
        types = List.copyOf(types);
        rejections = List.copyOf(rejections);
    }
}
