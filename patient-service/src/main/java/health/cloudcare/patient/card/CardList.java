package health.cloudcare.patient.card;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Which list the cards are for, as the access log shows it. */
enum CardList {
    DOCTORS_PATIENTS("doctors/patients"),
    HOSPITALS_PATIENTS("hospitals/patients");

    private final String resource;

    CardList(String resource) {
        this.resource = resource;
    }

    @JsonCreator
    static CardList parse(String text) {
        return Arrays.stream(values())
                .filter(list -> list.resource.equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a list"));
    }

    String resource() {
        return resource;
    }
}
