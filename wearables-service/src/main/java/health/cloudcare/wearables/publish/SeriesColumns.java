package health.cloudcare.wearables.publish;

import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.readings.Series;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Reading;
import health.cloudcare.wearables.reading.Source;

/** Readings of one metric from one source, written in one unit, on their way into a batch. */
final class SeriesColumns {

    private final Series.Builder series = Series.newBuilder();
    private long previousStart;
    private boolean lasting;
    private boolean recorded;

    SeriesColumns(MetricType metric, Source source, long baseMillis) {
        series.setMetric(metric.code()).setSource(wire(source)).setBaseMs(baseMillis);
        previousStart = baseMillis;
    }

    void add(Reading reading) {
        series.addStartDeltaMs(reading.startMillis() - previousStart);
        series.addDurationMs(reading.endMillis() - reading.startMillis());
        series.addValue(reading.value());
        if (reading.original() != null) {
            series.setOriginalUnit(reading.original().unit())
                    .addOriginalValue(reading.original().value());
        }
        addRecord(reading.recordId());
        previousStart = reading.startMillis();
        lasting |= reading.endMillis() > reading.startMillis();
    }

    /** After the value that it belongs to; those before the first that has one are told to have none. */
    private void addRecord(@Nullable String record) {
        if (record == null && !recorded) {
            return;
        }
        while (series.getRecordIdCount() < series.getValueCount() - 1) {
            series.addRecordId("");
        }
        series.addRecordId(record == null ? "" : record);
        recorded = true;
    }

    Series build() {
        return (lasting ? series : series.clearDurationMs()).build();
    }

    private static health.cloudcare.contracts.readings.Source wire(Source source) {
        return health.cloudcare.contracts.readings.Source.newBuilder()
                .setName(source.name())
                .setDeviceId(source.deviceId())
                .setKindValue(source.kind().code())
                .build();
    }
}
