package health.cloudcare.patient.accesslog;

/**
 * An access at its place in the patient's chain.
 *
 * @param sequence from 1
 * @param previous hash of the entry before
 * @param hash as it was stored, which need not be what it should be
 */
record Entry(LoggedAccess access, long sequence, EntryHash previous, EntryHash hash) {

    static Entry after(EntryHash previous, long sequence, LoggedAccess access) {
        return new Entry(access, sequence, previous, EntryHash.of(previous, sequence, access));
    }

    /** Whether nobody changed it since it was appended, unless they calculated the hash anew. */
    boolean isGenuine() {
        return hash.equals(EntryHash.of(previous, sequence, access));
    }
}
