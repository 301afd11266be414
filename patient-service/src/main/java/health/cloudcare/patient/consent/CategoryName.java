package health.cloudcare.patient.consent;

import java.util.Locale;

import com.fasterxml.jackson.databind.util.StdConverter;

import health.cloudcare.servicekit.access.DataCategory;

/** Reads a data category in any case; and, unlike the default, no number in place of a name. */
final class CategoryName extends StdConverter<String, DataCategory> {

    @Override
    public DataCategory convert(String name) {
        return DataCategory.valueOf(name.strip().toUpperCase(Locale.ROOT));
    }
}
