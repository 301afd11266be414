package health.cloudcare.benchmarks.readings;

import health.cloudcare.contracts.readings.Source;
import health.cloudcare.contracts.readings.SourceKind;

/** What took a reading. */
public record Device(String id, String name, SourceKind kind) {
    Source source() {
        return Source.newBuilder().setDeviceId(id).setName(name).setKind(kind).build();
    }

    static Device of(Source source) {
        return new Device(source.getDeviceId(), source.getName(), source.getKind());
    }
}
