package health.cloudcare.document.file;

import java.nio.file.Path;

/**
 * A file that was looked into.
 *
 * @param size in bytes
 * @param mediaType what its content says, whatever the sender said
 */
public record UploadedFile(Path path, long size, String mediaType) {}
