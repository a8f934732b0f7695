package io.shelftally.publication.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A way to spoil an export that must not go unseen; each returns the file that it spoiled. */
enum Mutation {
    BIT_FLIP(false) {
        @Override
        String apply(SampleExport export, Random random) throws IOException {
            String name = any(SampleExport.FILES, random);
            byte[] bytes = Files.readAllBytes(export.file(name));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(export.file(name), bytes);
            return name;
        }
    },
    DROPPED_ROW(true) {
        @Override
        String apply(SampleExport export, Random random) throws IOException {
            String table = any(SampleExport.TABLES, random);
            List<String> lines = export.lines(table);
            lines.remove(anyRow(lines, random));
            export.write(table, lines);
            return table;
        }
    },
    DOUBLED_ROW(true) {
        @Override
        String apply(SampleExport export, Random random) throws IOException {
            String table = any(SampleExport.TABLES, random);
            List<String> lines = export.lines(table);
            lines.add(anyRow(lines, random), lines.get(anyRow(lines, random)));
            export.write(table, lines);
            return table;
        }
    },
    REORDERED_ROWS(true) {
        @Override
        String apply(SampleExport export, Random random) throws IOException {
            String table = any(SampleExport.TABLES, random);
            List<String> lines = export.lines(table);
            int first = anyRow(lines, random);
            int second = 1 + (first + random.nextInt(lines.size() - 2)) % (lines.size() - 1);
            Collections.swap(lines, first, second);
            export.write(table, lines);
            return table;
        }
    },
    SWAPPED_FILES(true) {
        @Override
        String apply(SampleExport export, Random random) throws IOException {
            int first = random.nextInt(SampleExport.TABLES.size());
            int second = (first + 1 + random.nextInt(SampleExport.TABLES.size() - 1)) % SampleExport.TABLES.size();
            Path one = export.file(SampleExport.TABLES.get(first) + ".csv");
            Path other = export.file(SampleExport.TABLES.get(second) + ".csv");
            byte[] bytes = Files.readAllBytes(one);
            Files.write(one, Files.readAllBytes(other));
            Files.write(other, bytes);
            return one + " and " + other;
        }
    },
    ANOTHER_CONSTANT(true) {
        @Override
        String apply(SampleExport export, Random random) throws IOException {
            String table = any(List.of("captures", "reconciled_items", "scans"), random);
            List<String> lines = export.lines(table);
            int row = anyRow(lines, random);
            String spoiled = lines.get(row)
                    .replaceFirst(
                            ",(REPORTED|IN_PROGRESS|RECONCILED|UNLINKED|CONFIRMED|SEEN_NOT_CAPTURED|CAPTURED_NOT_SEEN),",
                            ",FAILED,");
            lines.set(row, spoiled.equals(lines.get(row)) ? "x" + spoiled : spoiled);
            export.write(table, lines);
            return table;
        }
    },
    STALE_SUCCESS(false) {
        @Override
        String apply(SampleExport export, Random random) throws IOException {
            Path success = export.file("_SUCCESS");
            String hash = Files.readString(success, StandardCharsets.ISO_8859_1);
            switch (random.nextInt(4)) {
                case 0 -> Files.delete(success);
                case 1 -> Files.writeString(success, "");
                case 2 -> Files.writeString(success, new StringBuilder(hash.strip()).reverse() + "\n");
                default -> {
                    export.replace("report.html", "a night", "night " + random.nextInt());
                    export.sealSums();
                    Files.writeString(success, hash);
                }
            }
            return "_SUCCESS";
        }
    };

    private final boolean seenWhenSealed;

    Mutation(boolean seenWhenSealed) {
        this.seenWhenSealed = seenWhenSealed;
    }

    /** Whether keys, counts or sums see it even if all check sums are computed anew. */
    boolean isSeenWhenSealed() {
        return seenWhenSealed;
    }

    abstract String apply(SampleExport export, Random random) throws IOException;

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** The place of a row, which is never the header. */
    private static int anyRow(List<String> lines, Random random) {
        return 1 + random.nextInt(lines.size() - 1);
    }
}
