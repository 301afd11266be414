package health.cloudcare.patient.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;

/** What the members of terms must be with each other, whoever names them. */
final class TermsCheck {

    private TermsCheck() {}

    static List<FieldError> errors(
            @Nullable LocalDate dataFrom,
            @Nullable LocalDate dataTo,
            @Nullable Integer maxReads,
            @Nullable ReadPeriod readsPer) {
        List<FieldError> errors = new ArrayList<>();
        if (!ConsentTerms.isConceivable(dataFrom)) {
            errors.add(new FieldError("data_from", "must be a day of this or a neighbouring century", "range"));
        }
        if (!ConsentTerms.isConceivable(dataTo)) {
            errors.add(new FieldError("data_to", "must be a day of this or a neighbouring century", "range"));
        }
        if (dataFrom != null && dataTo != null && dataTo.isBefore(dataFrom)) {
            errors.add(new FieldError("data_to", "must not be before data_from", "range"));
        }
        if (maxReads == null && readsPer != null) {
            errors.add(new FieldError("max_reads", "is needed with reads_per", "not_null"));
        }
        if (maxReads != null && readsPer == null) {
            errors.add(new FieldError("reads_per", "is needed with max_reads", "not_null"));
        }
        return errors;
    }
}
