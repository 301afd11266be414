package health.cloudcare.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import health.cloudcare.journey.ImportReport;
import health.cloudcare.journey.ImportReport.TypeCount;
import health.cloudcare.testkit.oracle.ExportOracle;
import health.cloudcare.testkit.oracle.ExportScan;
import health.cloudcare.testkit.oracle.ScannedRecord;

/**
 * What the file says by itself: all of it, and its readable part, which leaves out what any reader must refuse.
 *
 * @param zone the offset the file is written in
 * @param lastDay the last one with something to show
 */
record Expectations(ExportOracle all, ExportOracle readable, ZoneId zone, LocalDate lastDay) {

    private static final String STEPS = "HKQuantityTypeIdentifierStepCount";

    /** The records themselves, and what stands at the top of every export and is no data. */
    private static final Set<String> HEADER = Set.of("Record", "ExportDate", "Me");

    static Expectations of(Path export) {
        ExportScan scan = ExportScan.of(export);
        ExportScan readable = scan.only(Expectations::isReadable);
        // an export is made in the morning: the last day with steps has more to show
        ScannedRecord last = last(readable, record -> record.type().equals(STEPS))
                .or(() -> last(readable, record -> true))
                .orElseThrow(() -> new IllegalArgumentException("the export holds no readings"));
        // one offset stands behind all dates of an export
        ZoneOffset zone = last.offset();
        LocalDate lastDay = LocalDate.ofInstant(last.start(), zone);
        return new Expectations(new ExportOracle(scan), new ExportOracle(readable), zone, lastDay);
    }

    private static Optional<ScannedRecord> last(ExportScan scan, Predicate<ScannedRecord> condition) {
        return scan.records().stream().filter(condition).max(Comparator.comparing(ScannedRecord::start));
    }

    private static boolean isReadable(ScannedRecord record) {
        boolean category = record.type().startsWith("HKCategoryType");
        return (category || record.isNumber()) && !record.end().isBefore(record.start());
    }

    /** Every type, kept or not, and everything that is no record: counted once each, none silently dropped. */
    void compareCounts(ImportReport report, Checks checks) {
        Map<String, TypeCount> reported =
                report.types().stream().collect(Collectors.toMap(TypeCount::type, type -> type));
        for (String type : all.types()) {
            checks.equal("records of " + ReportTable.shortened(type), records(reported, type), all.count(type));
        }
        all.scan().elements().forEach((element, count) -> {
            if (!HEADER.contains(element)) {
                checks.equal("elements " + element, records(reported, element), count);
            }
        });
        long elements = all.scan().elements().entrySet().stream()
                .filter(entry -> !HEADER.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        checks.equal(
                "records and elements", report.records(), all.scan().records().size() + elements);
        checks.equal("new and known readings", report.merged(), report.accepted());
    }

    private static long records(Map<String, TypeCount> reported, String type) {
        TypeCount count = reported.get(type);
        return count == null ? 0 : count.records();
    }
}
