package health.cloudcare.journey;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

/** An invented person who has never signed up before. */
public record NewPatient(String email, String password, String aadhaarNumber) {

    public static NewPatient invent() {
        String unique = Unique.text();
        return new NewPatient(
                "patient." + unique + "@cloudcare.example",
                "Journey-" + unique,
                AadhaarNumbers.next(new SecureRandom()));
    }

    /** The documented body of the signup, with every field that the documents name. */
    public Map<String, Object> signupBody() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", email);
        body.put("password", password);
        body.put("aadhar_number", aadhaarNumber);
        body.put("first_name", "Journey");
        body.put("last_name", "Patient");
        body.put("date_of_birth", "1990-01-15");
        body.put("gender", "FEMALE");
        body.put("blood_group", "O+");
        body.put("phone_primary", "+919000000001");
        body.put("address_line1", "1 Example Street");
        body.put("city", "Bengaluru");
        body.put("state", "Karnataka");
        body.put("postal_code", "560001");
        body.put("country", "India");
        body.put("emergency_contact_name", "Journey Contact");
        body.put("emergency_contact_phone", "+919000000002");
        body.put("emergency_contact_relation", "Friend");
        body.put("height_cm", 170.0);
        body.put("weight_kg", 65.0);
        return body;
    }

    @Override
    public String toString() {
        return "NewPatient";
    }
}
