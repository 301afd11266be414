package health.cloudcare.document.file;

import java.nio.file.Path;

/**
 * A file as it came, unseen.
 *
 * @param size in bytes
 */
public record StagedFile(Path path, long size) {}
