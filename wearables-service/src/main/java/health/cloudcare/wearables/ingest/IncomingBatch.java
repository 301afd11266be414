package health.cloudcare.wearables.ingest;

import java.util.List;

import org.apache.kafka.common.TopicPartition;

import health.cloudcare.contracts.readings.ReadingBatch;

/**
 * A record of the readings topic that was found sound.
 *
 * @param epoch this consumer's assignment of the partition
 * @param pieces what it brings to each hour
 */
record IncomingBatch(
        TopicPartition partition, long offset, long epoch, ReadingBatch readings, List<BatchPieces.Piece> pieces) {

    static IncomingBatch of(TopicPartition partition, long offset, long epoch, ReadingBatch readings) {
        return new IncomingBatch(partition, offset, epoch, readings, BatchPieces.of(readings));
    }

    /** Whether stored days are to be gone through: the patient takes something back, or figures are to be computed anew. */
    boolean sweeps() {
        return readings.getDeletionsCount() > 0
                || readings.getDeletedRecordIdCount() > 0
                || readings.getRecomputedDayCount() > 0;
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
