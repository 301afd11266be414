package health.cloudcare.hospital.department;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * @param occupiedBeds those who are admitted to it now
 * @param status {@code NORMAL} below 80 % of its beds, {@code BUSY} from there, {@code CRITICAL} from 95 %
 */
record DepartmentResponse(
        UUID id,
        UUID hospitalId,
        String name,
        int totalBeds,
        int occupiedBeds,
        @Nullable String headDoctor,
        Status status,
        Instant createdAt,
        Instant updatedAt) {

    private static final double BUSY = 0.8;
    private static final double CRITICAL = 0.95;

    enum Status {
        NORMAL,
        BUSY,
        CRITICAL
    }

    static DepartmentResponse of(Department department, int occupied) {
        return new DepartmentResponse(
                department.id(),
                department.hospitalId(),
                department.name(),
                department.totalBeds(),
                occupied,
                department.headDoctor(),
                status(occupied, department.totalBeds()),
                department.createdAt(),
                department.updatedAt());
    }

    private static Status status(int occupied, int beds) {
        if (occupied == 0 || occupied < BUSY * beds) {
            return Status.NORMAL;
        }
        return occupied < CRITICAL * beds ? Status.BUSY : Status.CRITICAL;
    }
}
