package health.cloudcare.wearables.imports.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can become of an export on its way, or at the hands of somebody who means harm. Each seed is one way. */
enum ExportMutation {
    CUT_OFF {
        @Override
        byte[] apply(List<String> lines, Random random) {
            byte[] whole = bytes(lines);
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
    },
    BYTES_CHANGED {
        @Override
        byte[] apply(List<String> lines, Random random) {
            byte[] whole = bytes(lines);
            for (int i = random.nextInt(20); i >= 0; i--) {
                whole[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            }
            return whole;
        }
    },
    LINES_REPEATED {
        @Override
        byte[] apply(List<String> lines, Random random) {
            for (int i = random.nextInt(20); i >= 0; i--) {
                int line = random.nextInt(lines.size());
                lines.add(random.nextInt(lines.size()), lines.get(line));
            }
            return bytes(lines);
        }
    },
    LINES_MISSING {
        @Override
        byte[] apply(List<String> lines, Random random) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                lines.remove(random.nextInt(lines.size()));
            }
            return bytes(lines);
        }
    },
    ATTRIBUTES_SWAPPED {
        @Override
        byte[] apply(List<String> lines, Random random) {
            for (int i = 0; i < 30; i++) {
                String one = value(anyLine(lines, random), random);
                String other = value(anyLine(lines, random), random);
                replaceIn(lines, random.nextInt(lines.size()), one, other);
            }
            return bytes(lines);
        }
    },
    VALUES_STRANGE {
        @Override
        byte[] apply(List<String> lines, Random random) {
            for (int i = 0; i < 30; i++) {
                int line = random.nextInt(lines.size());
                replaceIn(lines, line, value(lines.get(line), random), STRANGE.get(random.nextInt(STRANGE.size())));
            }
            return bytes(lines);
        }
    },
    ATTRIBUTE_HUGE {
        @Override
        byte[] apply(List<String> lines, Random random) {
            int line = random.nextInt(lines.size());
            replaceIn(lines, line, value(lines.get(line), random), "x".repeat(1 << (10 + random.nextInt(12))));
            return bytes(lines);
        }
    },
    NESTED_DEEPLY {
        @Override
        byte[] apply(List<String> lines, Random random) {
            int line = random.nextInt(lines.size());
            lines.add(line, "<Record>".repeat(1 + random.nextInt(100_000)));
            return bytes(lines);
        }
    },
    NAMES_INVENTED {
        @Override
        byte[] apply(List<String> lines, Random random) {
            StringBuilder tags = new StringBuilder();
            for (int i = random.nextInt(5_000); i >= 0; i--) {
                tags.append("<N").append(i).append(" a").append(i).append("=\"1\"/>");
            }
            tags.append("<").append("n".repeat(random.nextInt(2_000))).append("x/>");
            lines.add(random.nextInt(lines.size()), tags.toString());
            return bytes(lines);
        }
    };

    private static final Pattern VALUE = Pattern.compile("\"([^\"]+)\"");

    private static final List<String> STRANGE = List.of(
            "",
            " ",
            "NaN",
            "-Infinity",
            "1e999",
            "-1e-999",
            "0x1p3",
            "9".repeat(5_000),
            "1,5",
            "١٢٣",
            "2021-02-30 12:18:38 +0100",
            "9999999999-01-01",
            "2021-02-06 12:18:38",
            "2021-02-06 12:18:38 +9999",
            "1970-01-01 00:00:00 +0000",
            "2999-01-01 00:00:00 +0000",
            "HKQuantityTypeIdentifier",
            "–",
            "&#x10FFFF;",
            "&#xD83D;",
            "&lol;",
            "\u0000",
            "\u202Eabc",
            "count",
            "%",
            "mmol<1>/L",
            "HKCategoryValueSleepAnalysisAsleep");

    /** @param lines of an export, which are changed */
    abstract byte[] apply(List<String> lines, Random random);

    static byte[] mutated(List<String> lines, Random random) {
        return values()[random.nextInt(values().length)].apply(new ArrayList<>(lines), random);
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String anyLine(List<String> lines, Random random) {
        return lines.get(random.nextInt(lines.size()));
    }

    /** The text between some quotes of the line, or of nothing. */
    private static String value(String line, Random random) {
        List<String> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(line);
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        return values.isEmpty() ? "" : values.get(random.nextInt(values.size()));
    }

    private static void replaceIn(List<String> lines, int line, String from, String to) {
        if (!from.isEmpty()) {
            lines.set(line, lines.get(line).replace('"' + from + '"', '"' + to + '"'));
        }
    }
}
