package io.shelftally.twins;

import io.shelftally.export.HashedOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Packs an Office Open XML file anew, with no time in it: the same content has the same bytes. */
final class SteadyZip {

    /** The first moment that a zip file can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "(?<=<dcterms:created xsi:type=\"dcterms:W3CDTF\">)[^<]*";
    private static final int BUFFER_BYTES = 1 << 16;

    private SteadyZip() {}

    static TwinFile repack(Path draft, Path path) throws IOException {
        HashedOutput out = new HashedOutput(path);
        try (out;
                ZipFile in = new ZipFile(draft.toFile());
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER_BYTES))) {
            for (ZipEntry entry : in.stream().toList()) {
                ZipEntry steady = new ZipEntry(entry.getName());
                steady.setTimeLocal(NO_TIME);
                zip.putNextEntry(steady);
                try (InputStream content = in.getInputStream(entry)) {
                    copy(entry.getName(), content, zip);
                }
                zip.closeEntry();
            }
        }
        return new TwinFile(path.getFileName().toString(), out.bytes(), out.sha256());
    }

    private static void copy(String name, InputStream content, ZipOutputStream zip) throws IOException {
        if (name.equals(PROPERTIES)) {
            String properties = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            zip.write(properties.replaceAll(CREATED, NO_TIME + ":00Z").getBytes(StandardCharsets.UTF_8));
        } else {
            content.transferTo(zip);
        }
    }
}
