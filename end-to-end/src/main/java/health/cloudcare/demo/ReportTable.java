package health.cloudcare.demo;

import java.util.Comparator;
import java.util.List;

import health.cloudcare.journey.ImportReport;
import health.cloudcare.journey.ImportReport.TypeCount;

/** The import report: what was kept, and what was not and why. */
final class ReportTable {

    private static final int MAX_REJECTIONS = 5;

    private final Console console;

    ReportTable(Console console) {
        this.console = console;
    }

    void show(ImportReport report) {
        console.line(
                "  %,d kept (%,d new, %,d known before), %,d refused, %,d of types that are not kept",
                report.accepted(), report.stored(), report.duplicates(), report.rejected(), report.unmapped());
        console.title("%-32s %-26s %9s %9s".formatted("Type", "kept as", "records", "refused"));
        rows(report.types()).forEach(this::row);
        report.rejections().stream()
                .limit(MAX_REJECTIONS)
                .forEach(rejected -> console.line(
                        "  refused at line %,d: %s, %s",
                        rejected.line(), shortened(rejected.type()), rejected.message()));
    }

    private static List<TypeCount> rows(List<TypeCount> types) {
        return types.stream()
                .sorted(Comparator.comparing((TypeCount type) -> type.metric() == null)
                        .thenComparing(TypeCount::records, Comparator.reverseOrder()))
                .toList();
    }

    private void row(TypeCount type) {
        console.line(
                "  %-30s %-26s %,9d %,9d",
                shortened(type.type()),
                type.metric() == null ? "(not kept)" : type.metric(),
                type.records(),
                type.rejected());
    }

    static String shortened(String type) {
        return type.replaceFirst("^HK(Quantity|Category)TypeIdentifier", "");
    }
}
