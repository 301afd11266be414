package health.cloudcare.document.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectReader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A JSON body with a file in one of its members, as base64 or as a data URI of it. Ten megabytes are a text of more than 13
 * million characters, which is therefore decoded as it arrives and never held as a whole.
 */
public final class FileDataBody {

    /** {@code data:}, a media type with parameters, {@code ;base64,}. */
    private static final int LONGEST_PREFIX = 256;

    /** Takes back what the parser reads ahead, which are 8,000 bytes. */
    private static final int ROOM = 16 * 1024;

    private final PushbackInputStream in;
    private final Staging staging;

    FileDataBody(InputStream in, Staging staging) {
        this.in = new PushbackInputStream(in, ROOM);
        this.staging = staging;
    }

    /** Blocks. Reads the body to its end even when it is refused: a sender is not answered while it sends. */
    <T> T read(ObjectReader reader) throws IOException {
        try {
            return reader.without(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .withAttribute(FileDataBody.class, this)
                    .readValue(in);
        } catch (JsonProcessingException | FileTooLargeException e) {
            in.transferTo(OutputStream.nullOutputStream());
            throw e;
        }
    }

    Staging staging() {
        return staging;
    }

    /** The parser is at the beginning of a text. What it has read ahead goes back, without the beginning of a data URI. */
    void dropPrefix(JsonParser parser) throws IOException {
        ByteArrayOutputStream ahead = new ByteArrayOutputStream(ROOM);
        parser.releaseBuffered(ahead);
        ahead.write(in.readNBytes(Math.max(0, LONGEST_PREFIX - ahead.size())));
        byte[] start = ahead.toByteArray();
        int prefix = prefixLength(new String(start, 0, Math.min(start.length, LONGEST_PREFIX), ISO_8859_1));
        in.unread(start, prefix, start.length - prefix);
    }

    private static int prefixLength(String start) {
        int comma = start.indexOf(',');
        int quote = start.indexOf('"');
        boolean ownComma = comma >= 0 && (quote < 0 || comma < quote);
        return ownComma
                        && start.startsWith("data:")
                        && start.substring(0, comma).endsWith(";base64")
                ? comma + 1
                : 0;
    }
}
