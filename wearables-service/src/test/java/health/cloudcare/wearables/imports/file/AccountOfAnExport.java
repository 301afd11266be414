package health.cloudcare.wearables.imports.file;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.reading.RawRecord;
import health.cloudcare.wearables.reading.Reading;
import health.cloudcare.wearables.reading.ReadingRules;
import health.cloudcare.wearables.reading.Verdict;
import health.cloudcare.wearables.sync.RejectedRecord;
import health.cloudcare.wearables.sync.SyncReport;
import health.cloudcare.wearables.sync.SyncTally;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads a file of whatever content as an import does, and requires that every record of it is accounted for. */
final class AccountOfAnExport implements ExportVisitor {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC);
    private static final ExportLimits LIMITS = new ExportLimits(64 << 20, 200, 256 * 1024, 16, 500);
    private static final int MOST_REJECTIONS = 100;

    private final ReadingRules rules = new ReadingRules(CLOCK);
    private final SyncTally tally = new SyncTally();
    private final String described;
    private long visited;

    private AccountOfAnExport(String described) {
        this.described = described;
    }

    static SyncReport of(byte[] file, String described) {
        AccountOfAnExport account = new AccountOfAnExport(described);
        CountedInputStream body = new CountedInputStream(new ByteArrayInputStream(file));
        try {
            new HealthExportReader(LIMITS).read(body, account);
        } catch (ExportException told) {
            assertThat(told.reason()).as(described).isNotNull();
            assertThat(told.getMessage()).as(described).isNotBlank();
        } catch (RuntimeException crash) {
            throw new AssertionError(described, crash);
        }
        assertThat(body.count()).as(described).isLessThanOrEqualTo(file.length);
        return account.complete();
    }

    @Override
    public void record(RawRecord raw, int line) {
        visited++;
        assertThat(length(raw)).as(described).isLessThanOrEqualTo(LIMITS.markupBytes());
        Verdict verdict = rules.judge(raw);
        tally.count(raw.type(), line, verdict);
        if (verdict instanceof Verdict.Accepted(Reading reading)) {
            assertThat(reading.metric().plausible(reading.value()))
                    .as(described)
                    .isTrue();
            assertThat(reading.source().name().length()).as(described).isLessThanOrEqualTo(200);
            assertThat(reading.endMillis()).as(described).isGreaterThanOrEqualTo(reading.startMillis());
        }
    }

    @Override
    public void other(String element, int line) {
        visited++;
        tally.countUnmapped(element);
    }

    private SyncReport complete() {
        SyncReport report = tally.report();
        assertThat(report.records()).as(described).isEqualTo(visited);
        assertThat(report.accepted() + report.rejected() + report.unmapped())
                .as(described)
                .isEqualTo(visited);
        assertThat(report.types().stream().mapToLong(type -> type.records()).sum())
                .as(described)
                .isEqualTo(visited);
        assertThat(report.rejections()).as(described).hasSize((int) Math.min(MOST_REJECTIONS, report.rejected()));
        for (RejectedRecord rejected : report.rejections()) {
            assertThat(rejected.reason()).as(described).isNotNull();
            assertThat(rejected.message()).as(described).isNotBlank();
            assertThat(rejected.position()).as(described).isPositive();
            assertThat(rejected.type().length()).as(described).isLessThanOrEqualTo(120);
        }
        return report;
    }

    private static long length(RawRecord raw) {
        return length(raw.type())
                + length(raw.value())
                + length(raw.unit())
                + length(raw.start())
                + length(raw.end())
                + length(raw.sourceName())
                + length(raw.hardware());
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
