package health.cloudcare.wearables.store;

import java.util.Collection;
import java.util.Map;

import health.cloudcare.wearables.store.FencedCollection.Stored;
import health.cloudcare.wearables.store.FencedCollection.Write;

/** Where what is computed from readings is kept, by id. */
public interface Documents {

    /** Those that there are. */
    Map<String, Stored> load(Collection<String> ids);

    /** Removes every document of a patient: those whose id is the patient's, or begins with it and a bar. */
    void removeOf(String patientId);

    /** Writes all of them, in no particular order; returns when each is kept. */
    void write(Collection<Write> writes);
}
