package health.cloudcare.wearables.imports.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.imports.file.ExportException.Reason;

/** Finds the export's XML in what was sent, by its first bytes: whatever the sender calls it, the content decides. */
final class ExportContainer {

    private static final int BUFFER = 64 * 1024;

    /** The root element's name, or that of its DTD, stands within the first lines. */
    private static final int LOOKED_AT = 4096;

    private ExportContainer() {}

    /** The XML, unpacked and within the limits. Closing it is for the owner of the body. */
    static InputStream xml(CountedInputStream body, ExportLimits limits) throws IOException {
        BufferedInputStream in = new BufferedInputStream(body, BUFFER);
        byte[] start = peek(in, 4);
        InputStream unpacked;
        if (startsWith(start, 0x1F, 0x8B)) {
            unpacked = guarded(new GZIPInputStream(in, BUFFER), body, limits);
            requireXml(peek((BufferedInputStream) unpacked, LOOKED_AT), Reason.NOT_AN_EXPORT);
        } else if (startsWith(start, 'P', 'K')) {
            unpacked = exportEntry(new ZipInputStream(in), body, limits);
        } else {
            unpacked = guarded(in, body, limits);
            requireXml(peek((BufferedInputStream) unpacked, LOOKED_AT), Reason.NOT_A_SUPPORTED_FORMAT);
        }
        return new MarkupGuard(unpacked, limits);
    }

    /**
     * The phone names the file in its language (export.xml, Exportieren.xml, exportar.xml), beside the clinical document
     * export_cda.xml and the routes; so the XML with the right beginning is taken.
     */
    private static InputStream exportEntry(ZipInputStream zip, CountedInputStream body, ExportLimits limits)
            throws IOException {
        // one guard for all entries: many small bombs are a large one
        InflationGuard all = new InflationGuard(zip, body, limits);
        BufferedInputStream content = new BufferedInputStream(all, BUFFER);
        for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
            boolean xml = entry.getName().toLowerCase(Locale.ROOT).endsWith(".xml");
            if (xml && new String(peek(content, LOOKED_AT), StandardCharsets.ISO_8859_1).contains("HealthData")) {
                return content;
            }
            // getNextEntry would unpack the rest of this one unseen
            content.transferTo(java.io.OutputStream.nullOutputStream());
            content = new BufferedInputStream(all, BUFFER);
        }
        throw new ExportException(Reason.NOT_AN_EXPORT, "the archive holds no export.xml of Apple Health");
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new ZipException("an entry's name is in no known encoding");
        }
    }

    private static BufferedInputStream guarded(InputStream unpacked, CountedInputStream body, ExportLimits limits) {
        return new BufferedInputStream(new InflationGuard(unpacked, body, limits), BUFFER);
    }

    private static void requireXml(byte[] start, Reason otherwise) throws ExportException {
        if (start.length == 0) {
            throw new ExportException(Reason.NOT_AN_EXPORT, "the file is empty");
        }
        // the zero bytes of UTF-16 and byte order marks count as white space here; the parser looks closer
        for (byte b : start) {
            if (b == '<') {
                return;
            }
            if (b > ' ') {
                break;
            }
        }
        throw new ExportException(otherwise, "this is neither XML nor gzip nor zip");
    }

    private static byte[] peek(BufferedInputStream in, int count) throws IOException {
        in.mark(count);
        byte[] start = in.readNBytes(count);
        in.reset();
        return start;
    }

    private static boolean startsWith(byte[] start, int... magic) {
        return start.length >= magic.length && Arrays.equals(Arrays.copyOf(start, magic.length), bytes(magic));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
