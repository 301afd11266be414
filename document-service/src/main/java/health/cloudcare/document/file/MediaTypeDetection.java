package health.cloudcare.document.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Finds out what a file is by its content alone: the app declares everything as octet-stream and sends no name. Tika knows
 * formats by their first bytes; which kind of office document it is stands inside of its container.
 */
@ApplicationScoped
public class MediaTypeDetection {

    private static final String OLE = "application/x-tika-msoffice";
    private static final String OOXML = "application/x-tika-ooxml";
    private static final String ZIP = "application/zip";
    private static final String DOC = "application/msword";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** MS-CFB 2.6: a directory entry has 128 bytes, begins with its name, and sectors begin at multiples of 512. */
    private static final int OLE_ENTRY = 128;

    private static final byte[] OLE_WORD_STREAM = "WordDocument\0".getBytes(UTF_16LE);

    /** ECMA-376 part 2: where a package says what its parts are; of a document with macros this is another type. */
    private static final String OOXML_TYPES = "[Content_Types].xml";

    private static final String OOXML_WORD = DOCX + ".main+xml";
    private static final int LONGEST_TYPES = 1024 * 1024;

    /** Far more than documents of ten megabytes unpack to, far less than a bomb does. */
    private static final long MOST_UNPACKED = 128L * 1024 * 1024;

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();

    /** Blocks. A type that is not known comes out as {@code application/octet-stream}. */
    public UploadedFile inspect(StagedFile file) throws IOException {
        return new UploadedFile(file.path(), file.size(), mediaType(file.path()));
    }

    private String mediaType(Path file) throws IOException {
        String byFirstBytes = byFirstBytes(file);
        return switch (byFirstBytes) {
            case OLE -> isWordOle(file) ? DOC : byFirstBytes;
            case OOXML, ZIP -> isWordPackage(file) ? DOCX : byFirstBytes;
            default -> byFirstBytes;
        };
    }

    private String byFirstBytes(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), known.getMinLength())) {
            return known.detect(in, new Metadata()).toString();
        }
    }

    private static boolean isWordOle(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] entry = in.readNBytes(OLE_ENTRY);
            while (entry.length == OLE_ENTRY) {
                if (Arrays.equals(entry, 0, OLE_WORD_STREAM.length, OLE_WORD_STREAM, 0, OLE_WORD_STREAM.length)) {
                    return true;
                }
                entry = in.readNBytes(OLE_ENTRY);
            }
            return false;
        }
    }

    private static boolean isWordPackage(Path file) {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long left = MOST_UNPACKED;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(OOXML_TYPES)) {
                    return new String(zip.readNBytes(LONGEST_TYPES), UTF_8).contains(OOXML_WORD);
                }
                left -= zip.skip(left);
                if (left <= 0) {
                    return false; // before the next entry, for which the rest of this one would be unpacked
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException notAnArchive) {
            return false;
        }
    }
}
