package health.cloudcare.doctor.note;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps medications as JSON, under the names of the record: what the API calls them may change without touching what is stored. */
@Converter
class MedicationsColumn implements AttributeConverter<List<Medication>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Medication>> LIST = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Medication> medications) {
        try {
            return JSON.writeValueAsString(medications);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("medications cannot be written", e);
        }
    }

    @Override
    public List<Medication> convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("medications cannot be read", e);
        }
    }
}
