package health.cloudcare.testkit.appleexport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements with attributes, indented by one space, as iOS does. */
final class ExportXml {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    ExportXml(Writer out) {
        this.out = out;
    }

    ExportXml raw(String text) {
        return write(text);
    }

    ExportXml open(String element) {
        endTag();
        write(" ".repeat(open.size())).write("<").write(element);
        open.push(element);
        inTag = true;
        return this;
    }

    ExportXml attribute(String name, String value) {
        return write(" ").write(name).write("=\"").write(escaped(value)).write("\"");
    }

    ExportXml close() {
        String element = open.pop();
        if (inTag) {
            inTag = false;
            return write("/>\n");
        }
        return write(" ".repeat(open.size())).write("</").write(element).write(">\n");
    }

    private void endTag() {
        if (inTag) {
            write(">\n");
            inTag = false;
        }
    }

    private ExportXml write(String text) {
        try {
            out.write(text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
