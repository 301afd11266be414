package health.cloudcare.wearables.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;

import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.imports.file.ExportException;
import health.cloudcare.wearables.sync.SyncReport;

/** Tells the sender what is wrong with the file, where, and how much of it is kept. */
final class ExportProblems {

    private ExportProblems() {}

    static HttpProblem of(UUID importId, ExportException failure, SyncReport report) {
        ProblemType type = failure.reason() == ExportException.Reason.NOT_A_SUPPORTED_FORMAT
                ? ProblemType.UNSUPPORTED_MEDIA_TYPE
                : new ProblemType("EXPORT_" + code(failure), 422, "Export not readable");
        return type.problem(detail(failure, report), extensions(importId, failure, report));
    }

    private static String detail(ExportException failure, SyncReport report) {
        StringBuilder detail = new StringBuilder("The file could not be imported: ").append(failure.getMessage());
        if (failure.line() > 0) {
            detail.append(" (line ").append(failure.line()).append(')');
        }
        detail.append(". ").append(report.accepted()).append(" readings that stood before are kept.");
        return detail.toString();
    }

    private static Map<String, Object> extensions(UUID importId, ExportException failure, SyncReport report) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("import_id", importId.toString());
        extensions.put("reason", failure.reason().name());
        extensions.put("line", failure.line());
        extensions.put("readings_kept", report.accepted());
        extensions.put("records_read", report.records());
        return extensions;
    }

    private static String code(ExportException failure) {
        return switch (failure.reason()) {
            case NOT_AN_EXPORT, NOT_A_SUPPORTED_FORMAT -> "NOT_RECOGNISED";
            case MALFORMED_XML -> "MALFORMED";
            case DAMAGED_ARCHIVE -> "DAMAGED";
            case ENTITIES_REFUSED, LIMIT_EXCEEDED -> "REFUSED";
            case UPLOAD_INTERRUPTED -> "INTERRUPTED";
        };
    }
}
