package health.cloudcare.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The smallest files of each kind, and larger ones that begin like one. */
public final class Files {

    public static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(ISO_8859_1);
    public static final byte[] PNG = bytes(64, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a);
    public static final byte[] JPEG = bytes(64, 0, 0xff, 0xd8, 0xff, 0xe0);
    public static final byte[] DICOM = bytes(256, 128, 'D', 'I', 'C', 'M');
    public static final byte[] HTML = "<html><body><script>alert(1)</script></body></html>".getBytes(UTF_8);
    public static final byte[] EXE = bytes(512, 0, 'M', 'Z');

    private static final String MAIN_TYPE = "application/vnd.openxmlformats-officedocument.%s.main+xml";

    private Files() {}

    /** A PDF of this size, no two of them alike. */
    public static byte[] pdf(int size) {
        byte[] file = new byte[size];
        new Random().nextBytes(file);
        System.arraycopy(PDF, 0, file, 0, 9);
        return file;
    }

    /** An OLE2 container with one entry of this name, in a sector far behind the header. */
    public static byte[] ole(String stream) {
        byte[] file = bytes(64 * 1024, 0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
        byte[] name = (stream + "\0").getBytes(UTF_16LE);
        System.arraycopy(name, 0, file, 48 * 1024 + 128, name.length);
        return file;
    }

    /** Google's writer puts the types last, others first. */
    public static byte[] docx() {
        return ooxml("wordprocessingml.document", "word/document.xml");
    }

    public static byte[] xlsx() {
        return ooxml("spreadsheetml.sheet", "xl/workbook.xml");
    }

    private static byte[] ooxml(String type, String part) {
        Map<String, String> parts = new TreeMap<>(Comparator.reverseOrder());
        parts.put(part, "<part/>");
        String types = "<Types><Override PartName=\"/%s\" ContentType=\"%s\"/></Types>";
        parts.put("[Content_Types].xml", types.formatted(part, MAIN_TYPE.formatted(type)));
        return zip(parts);
    }

    public static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(int size, int at, int... values) {
        byte[] file = new byte[size];
        Arrays.fill(file, (byte) 1);
        for (int i = 0; i < values.length; i++) {
            file[at + i] = (byte) values[i];
        }
        return file;
    }
}
