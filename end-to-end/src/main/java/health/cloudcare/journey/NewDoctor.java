package health.cloudcare.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An invented doctor who has never signed up before. */
public record NewDoctor(String email, String password, String licenseNo) {

    public static NewDoctor invent() {
        String unique = Unique.text();
        return new NewDoctor(
                "doctor." + unique + "@cloudcare.example", "Journey-" + unique, "KMC-" + unique.substring(0, 10));
    }

    /** The documented body of the signup, as the app sends it. */
    public Map<String, Object> signupBody(String hospitalCode) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", email);
        body.put("password", password);
        body.put("medical_license_no", licenseNo);
        body.put("first_name", "Journey");
        body.put("last_name", "Doctor");
        body.put("title", "Dr.");
        body.put("phone_primary", "+919000000003");
        body.put("specialization", "Cardiology");
        body.put("qualifications", List.of("MBBS", "MD"));
        body.put("experience_years", 12);
        body.put("registration_year", 2013);
        body.put("registration_state", "Karnataka");
        body.put("hospital_code", hospitalCode);
        body.put("consultation_fee", 800.0);
        body.put("available_for_emergency", true);
        body.put("telemedicine_enabled", false);
        body.put("languages", List.of("English", "Kannada"));
        body.put("clinic_address", "2 Example Street, Bengaluru");
        body.put("bio", "Sees hearts.");
        return body;
    }

    @Override
    public String toString() {
        return "NewDoctor";
    }
}
