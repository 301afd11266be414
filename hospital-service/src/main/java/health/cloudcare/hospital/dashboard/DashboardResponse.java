package health.cloudcare.hospital.dashboard;

/**
 * @param occupiedBeds held by those who are admitted
 * @param emergencyCases in treatment
 * @param criticalPatients admitted, and critical by the severity of their emergency
 * @param totalDoctors who work here, as both sides say
 * @param activeDoctors of those, who attend to somebody now
 * @param totalPatients admitted now
 * @param occupancyRate percent of the beds that are not available, one decimal
 */
record DashboardResponse(
        int totalBeds,
        int availableBeds,
        int occupiedBeds,
        int icuBeds,
        int emergencyCases,
        int criticalPatients,
        int totalDoctors,
        int activeDoctors,
        int totalPatients,
        double occupancyRate) {}
