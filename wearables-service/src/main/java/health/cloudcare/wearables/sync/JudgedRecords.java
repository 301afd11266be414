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

    public static JudgedRecords of(List<RawRecord> records, Clock clock) {
        ReadingRules rules = new ReadingRules(clock);
        SyncTally tally = new SyncTally();
        List<Reading> readings = new ArrayList<>();
        for (int index = 0; index < records.size(); index++) {
            RawRecord record = records.get(index);
            Verdict verdict = rules.judge(record);
            tally.count(record.type(), index, verdict);
            if (verdict instanceof Verdict.Accepted accepted) {
                readings.add(accepted.reading());
            }
        }
        return new JudgedRecords(readings, tally.report());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when there were records and all of them are bad */
    public JudgedRecords requireAnyGood() {
        if (report.rejected() == 0 || report.accepted() > 0 || report.unmapped() > 0) {
            return this;
        }
        throw ProblemType.INVALID.problem("None of the readings can be taken.", errors());
    }

    private List<FieldError> errors() {
        return report.rejections().stream()
                .map(rejected -> new FieldError(
                        "metrics[" + rejected.position() + "]",
                        rejected.message(),
                        rejected.reason().name().toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }
}
