package health.cloudcare.document.record;

import java.util.Base64;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A file as a text (RFC 2397), which the app decodes from behind {@code base64,}. */
final class DataUri {

    private DataUri() {}

    static String of(StoredFile file, byte[] content) {
        byte[] prefix = prefix(file).getBytes(ISO_8859_1);
        byte[] base64 = Base64.getEncoder().encode(content);
        byte[] uri = new byte[prefix.length + base64.length];
        System.arraycopy(prefix, 0, uri, 0, prefix.length);
        System.arraycopy(base64, 0, uri, prefix.length, base64.length);
        return new String(uri, ISO_8859_1);
    }

    static long length(StoredFile file) {
        return prefix(file).length() + (file.sizeBytes() + 2) / 3 * 4;
    }

    private static String prefix(StoredFile file) {
        return "data:" + file.mediaType() + ";base64,";
    }
}
