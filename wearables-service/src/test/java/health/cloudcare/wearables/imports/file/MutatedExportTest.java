package health.cloudcare.wearables.imports.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.appleexport.AppleExportGenerator;
import health.cloudcare.testkit.appleexport.ExportProfile;
import health.cloudcare.testkit.realdata.RealExport;
import health.cloudcare.testkit.realdata.RequiresRealExports;

import static java.util.stream.Collectors.toCollection;

/**
 * Exports, real and generated, damaged in every way of {@link ExportMutation} and packed in every form, are read without a
 * crash, within bounds, and with an account of every record. A seed that fails is in the failure's message.
 */
class MutatedExportTest {

    private static final int SLICES = 300;
    private static final int SLICE_LINES = 250;

    @Test
    void slicesOfAGeneratedExportDamaged() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AppleExportGenerator(ExportProfile.thirtyDays().seed(7).build()).writeXml(out);
        slices(lines(new ByteArrayInputStream(out.toByteArray())), "generated");
    }

    @Test
    @RequiresRealExports
    void theWatchExportDamaged() throws IOException {
        List<String> lines = lines(Files.newInputStream(RealExport.WATCH_WORKOUTS.path()));
        for (int seed = 0; seed < SLICES; seed++) {
            Random random = new Random(seed);
            AccountOfAnExport.of(packed(ExportMutation.mutated(lines, random), random), "watch, seed " + seed);
        }
    }

    @Test
    @RequiresRealExports
    void slicesOfThePhoneExportDamaged() throws IOException {
        slices(lines(new GZIPInputStream(Files.newInputStream(RealExport.IPHONE_AND_GARMIN.path()))), "phone");
    }

    private static void slices(List<String> lines, String name) throws IOException {
        int root = firstWith(lines, "<HealthData", 0);
        for (int seed = 0; seed < SLICES; seed++) {
            Random random = new Random(seed);
            int from = firstWith(lines, "<Record", root + random.nextInt(lines.size() - root - 2 * SLICE_LINES));
            int to = firstWith(lines, "<Record", from + SLICE_LINES);
            List<String> slice = new ArrayList<>(lines.subList(0, root + 1));
            slice.addAll(lines.subList(from, to));
            slice.add("</HealthData>");
            AccountOfAnExport.of(packed(ExportMutation.mutated(slice, random), random), name + ", seed " + seed);
        }
    }

    /** Three of four as the mutation left it; the others packed, and half of the packages damaged themselves. */
    private static byte[] packed(byte[] export, Random random) throws IOException {
        int form = random.nextInt(8);
        if (form < 6) {
            return export;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = form == 6 ? new GZIPOutputStream(out) : zip(out)) {
            packing.write(export);
        }
        byte[] whole = out.toByteArray();
        if (random.nextBoolean()) {
            whole[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
            return Arrays.copyOf(whole, whole.length - random.nextInt(whole.length / 2));
        }
        return whole;
    }

    private static OutputStream zip(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("apple_health_export/export.xml"));
        return zip;
    }

    private static List<String> lines(InputStream file) throws IOException {
        try (file) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(toCollection(ArrayList::new));
        }
    }

    private static int firstWith(List<String> lines, String start, int from) {
        for (int i = from; i < lines.size() - 1; i++) {
            if (lines.get(i).strip().startsWith(start)) {
                return i;
            }
        }
        return lines.size() - 1;
    }
}
