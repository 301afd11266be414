package health.cloudcare.wearables.imports;

/** A good body of each JSON import, with everything that the parsers look for. */
final class GoodUploads {

    static final String HEALTH_CONNECT = """
            [{"recordType": "HeartRateRecord", "startTime": "2025-11-19T05:50:00Z", "endTime": "2025-11-19T05:52:00Z",
              "metadata": {"id": "a", "dataOrigin": {"packageName": "com.fit"}, "device": {"type": 1, "model": "Watch"}},
              "samples": [{"time": "2025-11-19T05:50:01Z", "beatsPerMinute": 62}, {"time": "2025-11-19T05:51:01Z", "beatsPerMinute": 64}]},
             {"recordType": "StepsRecord", "startTime": "2025-11-19T05:50:00", "endTime": "2025-11-19T06:00:00", "count": 120,
              "startZoneOffset": {"totalSeconds": 19800}, "endZoneOffset": "+05:30"},
             {"recordType": "DistanceRecord", "startTime": "2025-11-19T05:50:00Z", "endTime": "2025-11-19T06:00:00Z", "distance": {"inMeters": 90}},
             {"recordType": "BloodPressureRecord", "time": "2025-11-19T05:50:00Z", "systolic": {"inMillimetersOfMercury": 120},
              "diastolic": {"value": 80, "unit": "millimetersOfMercury"}},
             {"recordType": "SkinTemperatureRecord", "startTime": "2025-11-19T01:00:00Z", "endTime": "2025-11-19T05:00:00Z",
              "baseline": {"inCelsius": 34.5}, "deltas": [{"time": "2025-11-19T02:00:00Z", "delta": {"inCelsius": -0.5}}]},
             {"recordType": "SleepSessionRecord", "startTime": "2025-11-18T22:00:00Z", "endTime": "2025-11-19T06:00:00Z", "stages": [
              {"startTime": "2025-11-18T22:00:00Z", "endTime": "2025-11-18T23:00:00Z", "stage": 4},
              {"startTime": "2025-11-18T23:00:00Z", "endTime": "2025-11-18T23:10:00Z", "stage": "AWAKE"}]},
             {"recordType": "ExerciseSessionRecord", "exerciseType": 56, "startTime": "2025-11-19T05:00:00Z", "endTime": "2025-11-19T05:30:00Z"},
             {"recordType": "WeightRecord", "time": "2025-11-19T05:50:00Z", "weight": {"inPounds": 154.3}}]""";

    static final String OPEN_MHEALTH = """
            [{"header": {"id": "1", "schema_id": {"namespace": "omh", "name": "heart-rate", "version": "1.0"},
                         "acquisition_provenance": {"source_name": "RunKeeper"}},
              "body": {"heart_rate": {"value": 50, "unit": "beats/min"}, "effective_time_frame": {"date_time": "2025-11-19T07:25:00+01:00"}}},
             {"header": {"schema_id": {"namespace": "omh", "name": "sleep-episode", "version": "1.0"}},
              "body": {"total_sleep_time": {"value": 7, "unit": "h"}, "effective_time_frame": {"time_interval":
               {"start_date_time": "2025-11-18T22:00:00Z", "end_date_time": "2025-11-19T06:00:00Z"}}}},
             {"header": {"schema_id": {"namespace": "omh", "name": "physical-activity", "version": "1.2"}},
              "body": {"activity_name": "running", "distance": {"value": 1.5, "unit": "mi"}, "kcal_burned": {"value": 160, "unit": "kcal"},
               "effective_time_frame": {"time_interval": {"start_date_time": "2025-11-19T05:00:00Z", "duration": {"value": 30, "unit": "min"}}}}},
             {"header": {"schema_id": {"namespace": "omh", "name": "step-count", "version": "1.0"}},
              "body": {"step_count": 120, "descriptive_statistic": "count", "effective_time_frame": {"time_interval":
               {"end_date_time": "2025-11-19T05:00:00Z", "duration": {"value": 600, "unit": "sec"}}}}},
             {"header": {"schema_id": {"namespace": "omh", "name": "blood-pressure", "version": "1.0"}},
              "body": {"systolic_blood_pressure": {"value": 120, "unit": "mmHg"}, "diastolic_blood_pressure": {"value": 80, "unit": "mmHg"},
               "effective_time_frame": {"date_time": "2025-11-19T07:25:00Z"}}}]""";

    static final String APPLE = """
            [{"type": "HKQuantityTypeIdentifierHeartRate", "value": 72, "unit": "count/min",
              "startDate": "2025-11-19T05:50:01Z", "endDate": "2025-11-19T05:50:01Z", "sourceApp": "Anna's Apple Watch"},
             {"type": "stepCount", "value": 120, "unit": "count", "metadata": null,
              "startDate": "2025-11-19T05:50:00Z", "endDate": "2025-11-19T06:00:00Z", "sourceApp": "com.apple.health"},
             {"type": "sleepAnalysis", "value": 0.5, "unit": "hr", "metadata": {"device": "Apple Watch", "category": "rem"},
              "startDate": "2025-11-18T21:00:00Z", "endDate": "2025-11-18T21:30:00Z"},
             {"type": "bodyMass", "value": 154.3, "unit": "lb", "startDate": "2025-11-19T05:51:01Z"}]""";

    private GoodUploads() {}
}
