package health.cloudcare.wearables.sync;

import org.jspecify.annotations.Nullable;

/**
 * What a sync brought of one type. {@code records = accepted + rejected + unmapped}.
 *
 * @param type as the upload names it
 * @param metric the metric it is kept as, or null when it is not kept
 */
public record TypeCount(
        String type, @Nullable String metric, long records, long accepted, long rejected, long unmapped) {

    TypeCount plus(long moreAccepted, long moreRejected, long moreUnmapped) {
        return new TypeCount(
                type,
                metric,
                records + moreAccepted + moreRejected + moreUnmapped,
                accepted + moreAccepted,
                rejected + moreRejected,
                unmapped + moreUnmapped);
    }
}
