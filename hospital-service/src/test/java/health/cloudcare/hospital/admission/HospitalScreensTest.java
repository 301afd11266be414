package health.cloudcare.hospital.admission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.DepartmentChanged;
import health.cloudcare.contracts.HospitalProfileUpdated;
import health.cloudcare.contracts.ResourcesChanged;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.hospital.AccountStory.tell;
import static health.cloudcare.hospital.admission.Ward.as;
import static health.cloudcare.hospital.admission.Ward.path;
import static health.cloudcare.hospital.admission.Ward.told;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** A hospital's own screens: profile, resources, departments, dashboard. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class HospitalScreensTest {

    @Inject
    Ward ward;

    @Test
    void theProfileHasEveryDocumentedMember() {
        NewHospital hospital = ward.openHospital(12);

        var profile = as(hospital)
                .get(path(hospital) + "/profile")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue());

        for (String member : List.of(
                "id",
                "user_id",
                "name",
                "email",
                "phone_primary",
                "phone_emergency",
                "registration_no",
                "hospital_code",
                "address_line1",
                "address_line2",
                "city",
                "state",
                "postal_code",
                "total_beds",
                "available_beds",
                "icu_beds",
                "emergency_beds",
                "oxygen_cylinders",
                "ventilators",
                "ambulances",
                "blood_bags",
                "total_doctors",
                "specializations",
                "created_at",
                "has_emergency",
                "has_ambulance",
                "has_pharmacy",
                "has_lab",
                "has_blood_bank",
                "telemedicine_enabled")) {
            profile.body("$", hasKey(member));
        }
        profile.body("user_id", equalTo(hospital.accountId().toString()))
                .body("specializations", equalTo("[\"Cardiology\"]"))
                .body("total_beds", equalTo(12));
    }

    @Test
    void aChangedProfileIsWhatWasSaidAndTheRestStays() {
        NewHospital hospital = ward.openHospital(3);
        String profile = path(hospital) + "/profile";
        String tag = as(hospital).get(profile).header("ETag");
        Map<String, Object> change = new HashMap<>();
        change.put("website", "cloudcare.example");
        change.put("phone_secondary", null);
        change.put("has_lab", true);
        change.put("hospital_code", "HC-AAAAAA");

        as(hospital)
                .header("If-Match", tag)
                .body(change)
                .post(profile)
                .then()
                .statusCode(200)
                .body("website", equalTo("cloudcare.example"))
                .body("has_lab", equalTo(true))
                .body("name", equalTo(hospital.name()))
                .body("message", notNullValue());

        as(hospital)
                .header("If-Match", tag)
                .body(change)
                .post(profile)
                .then()
                .spec(problem(412, "PRECONDITION_FAILED"));
        as(hospital)
                .body(Map.of("hospital_code", "HC-AAAAAA"))
                .post(profile)
                .then()
                .spec(problem(400));
        as(hospital).body(Map.of("phone_primary", "none")).post(profile).then().spec(invalidField("phone_primary"));
        as(hospital).body(Map.of("latitude", "north")).post(profile).then().spec(invalidField("latitude"));
        as(hospital).body(Map.of("name", "  a  ")).post(profile).then().spec(invalidField("name"));
        as(hospital)
                .body(Map.of("city", " Hubli ", "website", " "))
                .post(profile)
                .then()
                .body("city", equalTo("Hubli"))
                .body("website", nullValue());
        change.put("city", null);
        as(hospital).body(change).post(profile).then().spec(problem(422));
        assertThat(told(hospital, HospitalProfileUpdated.TYPE, HospitalProfileUpdated.class, 2))
                .hasSize(2);
    }

    @Test
    void resourcesAreChangedInPartAndNeverSayThatABedIsFreeThatIsNot() {
        NewHospital hospital = ward.openHospital(5);
        ConsentStory story = ConsentStory.of(UUID.randomUUID(), hospital);
        tell(story.granted());
        ward.awaitStatus(story, "ADMITTED");
        String resources = path(hospital) + "/resources";

        as(hospital)
                .body(Map.of("ventilators", 4, "oxygen_cylinders", 50, "ambulances", 2, "blood_bags", 7, "icu_beds", 1))
                .put(resources)
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", notNullValue())
                .body("data.ventilators", equalTo(4))
                .body("data.available_beds", equalTo(4));
        as(hospital).body(Map.of("total_beds", 8)).put(resources).then().body("data.available_beds", equalTo(7));
        as(hospital).body(Map.of("available_beds", 2)).put(resources).then().body("data.available_beds", equalTo(2));
        // five are out of service by now, and stay so
        as(hospital).body(Map.of("total_beds", 9)).put(resources).then().body("data.available_beds", equalTo(3));

        as(hospital).body(Map.of("available_beds", 9)).put(resources).then().spec(problem(409, "BEDS_IN_USE"));
        as(hospital).body(Map.of("total_beds", 0)).put(resources).then().spec(problem(409, "BEDS_IN_USE"));
        as(hospital).body(Map.of("ventilators", -1)).put(resources).then().spec(invalidField("ventilators"));
        as(hospital).body(Map.of("ventilators", "many")).put(resources).then().spec(invalidField("ventilators"));
        as(hospital).body(Map.of()).put(resources).then().spec(problem(400));
        as(hospital).body(Map.of("helicopters", 1)).put(resources).then().spec(problem(400));
        as(hospital)
                .get(resources)
                .then()
                .statusCode(200)
                .body("available_beds", equalTo(3))
                .body("occupied_beds", equalTo(1));
        // the admission's, and four updates
        assertThat(told(hospital, ResourcesChanged.TYPE, ResourcesChanged.class, 5))
                .last()
                .extracting(ResourcesChanged::totalBeds, ResourcesChanged::availableBeds)
                .containsExactly(9, 3);
    }

    @Test
    void departmentsKnowWhoIsInThem() {
        NewHospital hospital = ward.openHospital(5);
        String departments = path(hospital) + "/departments";
        String id = as(hospital)
                .body(Map.of("name", "Cardiology", "total_beds", 10, "head_doctor", "Dr. Rao"))
                .post(departments)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("occupied_beds", equalTo(0))
                .body("status", equalTo("NORMAL"))
                .extract()
                .path("id");
        String one = departments + "/" + id;
        String tag = as(hospital)
                .body(Map.of("total_beds", 11))
                .put(one)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        as(hospital)
                .body(Map.of("name", "cardiology", "total_beds", 1))
                .post(departments)
                .then()
                .spec(problem(409));
        as(hospital)
                .body(Map.of("name", " ", "total_beds", 1))
                .post(departments)
                .then()
                .spec(invalidField("name"));
        as(hospital)
                .header("If-Match", "\"77\"")
                .body(Map.of("total_beds", 1))
                .put(one)
                .then()
                .spec(problem(412));
        as(hospital).get(departments).then().body("name", containsInAnyOrder("Cardiology"));
        as(hospital).header("If-Match", tag).delete(one).then().statusCode(200).body("success", equalTo(true));
        as(hospital).delete(one).then().spec(problem(404));
        as(hospital).get(departments).then().body("$", hasSize(0));
        assertThat(told(hospital, DepartmentChanged.TYPE, DepartmentChanged.class, 3))
                .extracting(DepartmentChanged::closed)
                .containsExactly(false, false, true);
    }

    @Test
    void theDashboardFollowsTheAdmissions() {
        NewHospital hospital = ward.openHospital(4);
        as(hospital)
                .get(path(hospital) + "/dashboard")
                .then()
                .statusCode(200)
                .body("total_beds", equalTo(4))
                .body("available_beds", equalTo(4))
                .body("occupancy_rate", equalTo(0.0f))
                .body("$", hasKey("icu_beds"))
                .body("$", hasKey("emergency_cases"))
                .body("$", hasKey("critical_patients"))
                .body("$", hasKey("total_doctors"))
                .body("$", hasKey("active_doctors"));
        ConsentStory story = ConsentStory.of(UUID.randomUUID(), hospital);
        tell(story.granted());
        ward.awaitStatus(story, "ADMITTED");

        as(hospital)
                .get(path(hospital) + "/dashboard")
                .then()
                .body("total_patients", equalTo(1))
                .body("occupied_beds", equalTo(1))
                .body("available_beds", equalTo(3))
                .body("occupancy_rate", equalTo(25.0f));
    }

    @Test
    void nobodyElseSeesAHospitalsScreens() {
        NewHospital hospital = ward.openHospital(1);
        List<String> others = List.of(
                Tokens.hospitalAdmin(UUID.randomUUID()),
                Tokens.doctor(UUID.randomUUID()),
                Tokens.patient(UUID.randomUUID()),
                Tokens.systemAdmin());
        for (String screen : List.of("/profile", "/resources", "/departments", "/dashboard", "/emergency-cases")) {
            for (String token : others) {
                as(token).get(path(hospital) + screen).then().spec(problem(403, "ACCESS_DENIED"));
            }
            given().get(path(hospital) + screen).then().spec(problem(401));
        }
        UUID unknown = UUID.randomUUID();
        as(Tokens.hospitalAdmin(unknown))
                .get("/api/v1/hospitals/" + unknown + "/dashboard")
                .then()
                .spec(problem(404));
    }
}
