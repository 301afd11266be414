package health.cloudcare.document.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import health.cloudcare.document.Files;

import static org.assertj.core.api.Assertions.assertThat;

class MediaTypeDetectionTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final MediaTypeDetection detection = new MediaTypeDetection();

    @TempDir
    Path directory;

    @Test
    void knowsEveryAcceptedTypeByItsContent() throws IOException {
        assertThat(detected(Files.PDF)).isEqualTo("application/pdf");
        assertThat(detected(Files.PNG)).isEqualTo("image/png");
        assertThat(detected(Files.JPEG)).isEqualTo("image/jpeg");
        assertThat(detected(Files.DICOM)).isEqualTo("application/dicom");
        assertThat(detected(Files.ole("WordDocument"))).isEqualTo("application/msword");
        assertThat(detected(Files.docx())).isEqualTo(DOCX);
        assertThat(detected(Files.zip(Map.of("a", "x", "b", "y", "[Content_Types].xml", DOCX + ".main+xml"))))
                .isEqualTo(DOCX);
    }

    @Test
    void takesNothingElseForADocument() throws IOException {
        assertThat(detected(Files.ole("Workbook"))).isEqualTo("application/x-tika-msoffice");
        assertThat(detected(Files.ole("WordDocument2"))).isEqualTo("application/x-tika-msoffice");
        assertThat(detected(Files.xlsx())).doesNotContain("wordprocessingml");
        assertThat(detected(Files.zip(Map.of("word/document.xml", "<w/>")))).isEqualTo("application/zip");
        assertThat(detected(Files.zip(Map.of("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled"))))
                .isEqualTo("application/x-tika-ooxml");
        assertThat(detected(Files.HTML)).isEqualTo("text/html");
        assertThat(detected(Files.EXE)).startsWith("application/x-");
        assertThat(detected(new byte[0])).isEqualTo("application/octet-stream");
    }

    @Test
    void anArchiveThatUnpacksToTooMuchOrIsBrokenIsNoDocument() throws IOException {
        String zeros = "\0".repeat(130 * 1024 * 1024);
        byte[] bomb = Files.zip(new TreeMap<>(Map.of("0", zeros, "[Content_Types].xml", DOCX + ".main+xml")));
        byte[] broken = Arrays.copyOf(Files.docx(), Files.docx().length / 2);

        assertThat(bomb).hasSizeLessThan(1024 * 1024);
        assertThat(detected(bomb)).isEqualTo("application/zip");
        assertThat(detected(broken)).isEqualTo("application/zip");
    }

    private String detected(byte[] content) throws IOException {
        Path file = java.nio.file.Files.write(directory.resolve("file"), content);
        return detection.inspect(new StagedFile(file, content.length)).mediaType();
    }
}
