package health.cloudcare.wearables.imports.file;

import health.cloudcare.wearables.reading.RawRecord;

/** Meets everything in an export, in order. */
public interface ExportVisitor {

    void record(RawRecord raw, int line);

    /** Something beside records: a workout, an activity summary, a correlation (whose records stand on their own too). */
    void other(String element, int line);
}
