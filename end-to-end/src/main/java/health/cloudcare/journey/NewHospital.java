package health.cloudcare.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An invented hospital that has never signed up before. */
public record NewHospital(String email, String password, String name) {

    public static NewHospital invent() {
        String unique = Unique.text();
        return new NewHospital(
                "hospital." + unique + "@cloudcare.example", "Journey-" + unique, "Journey Hospital " + unique);
    }

    /** The documented body of the signup, as the app sends it. */
    public Map<String, Object> signupBody() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", email);
        body.put("password", password);
        body.put("name", name);
        body.put("phone_primary", "+918000000001");
        body.put("phone_emergency", "108");
        body.put("phone_secondary", "+918000000002");
        body.put("address_line1", "3 Example Road");
        body.put("city", "Bengaluru");
        body.put("state", "Karnataka");
        body.put("postal_code", "560002");
        body.put("country", "India");
        body.put("facility_type", "MULTI_SPECIALTY_HOSPITAL");
        body.put("total_beds", 120);
        body.put("icu_beds", 12);
        body.put("emergency_beds", 8);
        body.put("operation_theatres", 4);
        body.put("has_emergency", true);
        body.put("has_ambulance", true);
        body.put("has_pharmacy", true);
        body.put("has_lab", true);
        body.put("has_blood_bank", false);
        body.put("specializations", List.of("Cardiology", "Neurology"));
        body.put("accreditations", List.of("NABH", "JCI"));
        return body;
    }

    @Override
    public String toString() {
        return "NewHospital";
    }
}
