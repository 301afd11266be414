package health.cloudcare.wearables.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.reading.RawRecord;
import health.cloudcare.wearables.reading.Reading;
import health.cloudcare.wearables.reading.ReadingRules;
import health.cloudcare.wearables.reading.Verdict;

/** The records of one JSON body with the rules applied. */
public record JudgedRecords(List<Reading> readings, SyncReport report) {

    public JudgedRecords {
        readings = List.copyOf(readings);
    }

    /** Of a list in which each record is one measurement. */
    public static JudgedRecords of(List<RawRecord> records, Clock clock) {
        List<IndexedRecord> indexed = new ArrayList<>(records.size());
        for (RawRecord record : records) {
            indexed.add(new IndexedRecord.Measured(indexed.size(), record.type(), record));
        }
        return ofIndexed(indexed, clock);
    }

    public static JudgedRecords ofIndexed(List<IndexedRecord> records, Clock clock) {
        ReadingRules rules = new ReadingRules(clock);
        SyncTally tally = new SyncTally();
        List<Reading> readings = new ArrayList<>();
        for (IndexedRecord record : records) {
            Verdict verdict =
                    switch (record) {
                        case IndexedRecord.Measured measured -> rules.judge(measured.raw());
                        case IndexedRecord.Settled settled -> settled.verdict();
                    };
            tally.count(record.type(), record.index(), verdict);
            if (verdict instanceof Verdict.Accepted accepted) {
                readings.add(accepted.reading());
            }
        }
        return new JudgedRecords(readings, tally.report());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when there were records and all of them are bad */
    public JudgedRecords requireAnyGood() {
        return requireAnyGood("metrics");
    }

    /**
     * @param list the name of the body's list
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when there were records and all of them are bad
     */
    public JudgedRecords requireAnyGood(String list) {
        if (report.rejected() == 0 || report.accepted() > 0 || report.unmapped() > 0) {
            return this;
        }
        throw ProblemType.INVALID.problem("None of the readings can be taken.", errors(list));
    }

    private List<FieldError> errors(String list) {
        return report.rejections().stream()
                .map(rejected -> new FieldError(
                        list + "[" + rejected.position() + "]",
                        rejected.message(),
                        rejected.reason().name().toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }
}
