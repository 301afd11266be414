package health.cloudcare.document.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Which files an answer carries in itself: from the newest on, each that is small and still fits. Decided before anything is
 * written, so that nothing of the answer has to be held.
 */
final class InlineFiles {

    static final long LARGEST_FILE = 1024 * 1024;
    static final long LARGEST_ANSWER = 8 * 1024 * 1024;

    /** All of a record but its texts and its file; most of it is the signed link. */
    private static final int OTHER_MEMBERS = 1536;

    private InlineFiles() {}

    static Set<UUID> of(List<MedicalRecord> newestFirst) {
        long left = LARGEST_ANSWER
                - newestFirst.stream().mapToLong(InlineFiles::withoutFile).sum();
        Set<UUID> inline = new HashSet<>();
        for (MedicalRecord record : newestFirst) {
            StoredFile file = record.file();
            if (file != null && file.sizeBytes() <= LARGEST_FILE && DataUri.length(file) <= left) {
                inline.add(record.id());
                left -= DataUri.length(file);
            }
        }
        return inline;
    }

    private static long withoutFile(MedicalRecord record) {
        return OTHER_MEMBERS + bytes(record.title()) + bytes(record.description());
    }

    private static long bytes(String text) {
        return JsonStringEncoder.getInstance().quoteAsUTF8(text).length;
    }
}
