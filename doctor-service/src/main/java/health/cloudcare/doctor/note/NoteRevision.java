package health.cloudcare.doctor.note;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What a note said before it was amended. */
@Entity
@Table(name = "clinical_note_revision")
@NullUnmarked
class NoteRevision {

    @Embeddable
    record Id(
            @Column(name = "note_id") UUID noteId,
            @Column(name = "revision") int revision) implements Serializable {}

    @EmbeddedId
    private Id id;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "amended_at")
    private Instant amendedAt;

    @Nullable
    private String reason;

    @Embedded
    private NoteContent content;

    protected NoteRevision() {}

    NoteRevision(ClinicalNote note, @Nullable String reason, Instant amendedAt) {
        this.id = new Id(note.id(), note.revision());
        this.writtenAt = note.writtenAt();
        this.amendedAt = amendedAt;
        this.reason = reason;
        this.content = note.content();
    }

    int revision() {
        return id.revision();
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Instant amendedAt() {
        return amendedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    NoteContent content() {
        return content;
    }

    @Override
    public String toString() {
        return "NoteRevision of " + id.noteId();
    }
}
