package health.cloudcare.wearables.summary;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Points of a period by metric type, in ascending order. */
record AggregatedResponse(UUID patientId, String period, int days, Map<String, List<Point>> metrics) {}
