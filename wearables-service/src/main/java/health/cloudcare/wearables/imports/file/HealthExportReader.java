package health.cloudcare.wearables.imports.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.imports.file.ExportException.Reason;
import health.cloudcare.wearables.reading.RawRecord;

/**
 * Reads an export from start to end in constant memory. The parser (Aalto) skips the DTD, fetches nothing and expands no
 * entity but the five of XML itself. Reading ends with the root element; what follows it in the file does not matter.
 */
public final class HealthExportReader {

    private static final String ROOT = "HealthData";
    private static final String RECORD = "Record";

    /** About the export and its owner rather than about a measurement. */
    private static final Set<String> HEADER = Set.of("ExportDate", "Me");

    /** HealthKit's longest has about 60; the parser keeps every name that it met. */
    private static final int LONGEST_NAME = 300;

    private final ExportLimits limits;
    private final Set<String> names = new HashSet<>();

    public HealthExportReader(ExportLimits limits) {
        this.limits = limits;
    }

    /** @throws ExportException when the file is not, or not to its end, an export; the visitor has met what stood before */
    public void read(CountedInputStream body, ExportVisitor visitor) throws ExportException {
        try {
            visit(ExportContainer.xml(body, limits), visitor);
        } catch (ZipException | EOFException e) {
            throw new ExportException(Reason.DAMAGED_ARCHIVE, "the archive is damaged or ends early");
        } catch (ExportException e) {
            throw e;
        } catch (IOException e) {
            throw new ExportException(Reason.UPLOAD_INTERRUPTED, "the upload ended before the file did");
        }
    }

    private void visit(InputStream xml, ExportVisitor visitor) throws IOException {
        XMLStreamReader reader = null;
        try {
            reader = parser(xml);
            visitAll(reader, visitor);
        } catch (XMLStreamException e) {
            int line = reader == null ? 1 : reader.getLocation().getLineNumber();
            throw explained(e, line);
        }
    }

    private static XMLStreamReader parser(InputStream xml) throws XMLStreamException {
        // a factory shares the table of names among its parsers, so each file has its own
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(xml);
    }

    private void visitAll(XMLStreamReader reader, ExportVisitor visitor) throws XMLStreamException, ExportException {
        int depth = 0;
        do {
            switch (next(reader)) {
                case XMLStreamConstants.START_ELEMENT -> visitElement(reader, depth++, visitor);
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // white space and comments mean nothing here
                }
            }
        } while (depth > 0 || reader.getEventType() != XMLStreamConstants.END_ELEMENT);
    }

    /** What the parser's own tables cannot take is a mistake in the file, as what its grammar cannot take is. */
    private static int next(XMLStreamReader reader) throws XMLStreamException {
        try {
            return reader.next();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new XMLStreamException("not readable", e);
        }
    }

    private void visitElement(XMLStreamReader reader, int depth, ExportVisitor visitor) throws ExportException {
        String name = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        requireWithinLimits(reader, depth, line);
        if (depth == 0 && !ROOT.equals(name)) {
            throw new ExportException(Reason.NOT_AN_EXPORT, "the XML is not an export of Apple Health", line);
        }
        if (depth == 1 && RECORD.equals(name)) {
            visitor.record(record(reader), line);
        } else if (depth == 1 && !HEADER.contains(name)) {
            visitor.other(name, line);
        }
    }

    private void requireWithinLimits(XMLStreamReader reader, int depth, int line) throws ExportException {
        remember(reader.getLocalName(), line);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            remember(reader.getAttributeLocalName(i), line);
        }
        if (depth >= limits.depth()) {
            throw new ExportException(Reason.LIMIT_EXCEEDED, "elements are nested deeper than " + limits.depth(), line);
        }
        if (names.size() > limits.names()) {
            throw new ExportException(
                    Reason.LIMIT_EXCEEDED, "there are more than " + limits.names() + " different names", line);
        }
    }

    private void remember(String name, int line) throws ExportException {
        if (name.length() > LONGEST_NAME) {
            throw new ExportException(
                    Reason.LIMIT_EXCEEDED, "the name of an element or attribute is longer than " + LONGEST_NAME, line);
        }
        names.add(name);
    }

    private static RawRecord record(XMLStreamReader reader) {
        String type = null;
        String value = null;
        String unit = null;
        String start = null;
        String end = null;
        String source = null;
        String device = null;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String text = reader.getAttributeValue(i);
            switch (reader.getAttributeLocalName(i)) {
                case "type" -> type = text;
                case "value" -> value = text;
                case "unit" -> unit = text;
                case "startDate" -> start = text;
                case "endDate" -> end = text;
                case "sourceName" -> source = text;
                case "device" -> device = text;
                default -> {
                    // creationDate and sourceVersion tell of the software, not of the measurement
                }
            }
        }
        return new RawRecord(type, value, null, unit, start, end, source, device, "");
    }

    private static IOException explained(XMLStreamException e, int line) {
        IOException cause = ioCause(e);
        if (cause instanceof ExportException limit) {
            return new ExportException(limit.reason(), String.valueOf(limit.getMessage()), line);
        }
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new ExportException(Reason.DAMAGED_ARCHIVE, "the archive is damaged or ends early", line);
        }
        if (cause != null) {
            return new ExportException(Reason.UPLOAD_INTERRUPTED, "the upload ended before the file did", line);
        }
        // the parser has no type for it; HealthExportReaderTest notices when its words change
        if (String.valueOf(e.getMessage()).startsWith("General entity reference")) {
            return new ExportException(Reason.ENTITIES_REFUSED, "the file refers to entities of its own", line);
        }
        return new ExportException(Reason.MALFORMED_XML, "the XML ends early or is not well-formed", line);
    }

    private static @Nullable IOException ioCause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return null;
    }
}
