package health.cloudcare.wearables.imports;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.imports.file.ExportException;
import health.cloudcare.wearables.imports.file.ExportVisitor;
import health.cloudcare.wearables.publish.ReadingUpload;
import health.cloudcare.wearables.reading.RawRecord;
import health.cloudcare.wearables.reading.ReadingRules;
import health.cloudcare.wearables.reading.Verdict;
import health.cloudcare.wearables.sync.SyncTally;

/** Sends the records of an export on as they are read. Runs on one worker thread and blocks it when the broker is slow. */
final class ExportIntake implements ExportVisitor {

    private final ReadingRules rules;
    private final ReadingUpload upload;
    private final ImportProgress progress;
    private final SyncTally tally = new SyncTally();

    ExportIntake(ReadingRules rules, ReadingUpload upload, ImportProgress progress) {
        this.rules = rules;
        this.upload = upload;
        this.progress = progress;
    }

    @Override
    public void record(RawRecord raw, int line) {
        Verdict verdict = rules.judge(raw);
        tally.count(raw.type(), line, verdict);
        if (verdict instanceof Verdict.Accepted accepted) {
            upload.add(accepted.reading());
        }
        progress.tell(tally);
    }

    @Override
    public void other(String element, int line) {
        tally.countUnmapped(element);
        progress.tell(tally);
    }

    SyncTally tally() {
        return tally;
    }

    /** @param failure why the file was not read to its end, if it was not */
    record End(SyncTally tally, @Nullable ExportException failure) {}
}
