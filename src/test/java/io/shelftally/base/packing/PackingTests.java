package io.shelftally.base.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTests {

    private static final byte[] BYTES = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    /** The ways of it, as an answer was packed once and as it is now. */
    private static List<byte[]> packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        try (OutputStream packing = Packing.packing(pieces)) {
            for (int at = 0; at < bytes.length; at += 1000) {
                packing.write(bytes, at, Math.min(1000, bytes.length - at));
            }
        }
        return List.of(Packing.pack(bytes), Gzip.pack(bytes), pieces.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 1_000_000})
    void bytesComeBackAsTheyCame(int length) throws IOException {
        byte[] random = new byte[length];
        new Random(length).nextBytes(random);

        for (byte[] bytes : List.of(random, new byte[length])) {
            for (byte[] packed : packed(bytes)) {
                try (InputStream unpacking = Packing.unpacking(packed)) {
                    assertThat(unpacking.readAllBytes()).isEqualTo(bytes);
                }
            }
            assertThat(Packing.unpack(Packing.pack(bytes))).isEqualTo(bytes);
            assertThat(Packing.unpack(Gzip.pack(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void aFewBytesOverAndOverTakeLittleRoom() throws IOException {
        byte[] bytes = "{\"product\":\"Beans\"},".repeat(5000).getBytes(StandardCharsets.UTF_8);

        assertThat(Zstandard.isOne(Packing.pack(bytes))).isTrue();
        assertThat(packed(bytes)).allSatisfy(packed -> assertThat(packed).hasSizeLessThan(bytes.length / 20));
    }

    @Test
    void whatIsCutOffAtAnyPlaceOrChangedIsNotTakenForWhatWasPacked() throws IOException {
        for (byte[] packed : List.of(Packing.pack(BYTES), Gzip.pack(BYTES))) {
            for (int length = 0; length < packed.length; length++) {
                byte[] cut = Arrays.copyOf(packed, length);
                assertThatThrownBy(() -> Packing.unpack(cut)).isInstanceOf(IOException.class);
            }
            for (int place = 0; place < packed.length; place++) {
                byte[] changed = packed.clone();
                changed[place] ^= 0x55;
                assertThat(unpacked(changed))
                        .satisfiesAnyOf(
                                read -> assertThat(read).isEmpty(),
                                read -> assertThat(read)
                                        .hasValueSatisfying(
                                                same -> assertThat(same).isEqualTo(BYTES)));
            }
        }
    }

    /** Empty if it is refused; a few bits of it mean nothing. */
    private static Optional<byte[]> unpacked(byte[] packed) {
        try {
            return Optional.of(Packing.unpack(packed));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Test
    void whereTheLibraryCannotBeLoadedGzipDoes() throws Exception {
        String said = elsewhere("-DZstdNativePath=" + File.separator + "no such library");

        String remedy = "name a folder that it can be loaded from by -DZstdTempFolder=DIR in shelftally.java.opts";
        assertThat(said)
                .contains("answers are packed by gzip")
                .contains("zstd's library cannot be loaded; " + remedy)
                .contains("gzip: [1, 2, 3, 4, 5, 6, 7, 8, 9]")
                .contains("zstd: it was packed by zstd, whose library cannot be loaded on this machine; " + remedy);
    }

    @Test
    void theLibraryIsLoadedFromTheFolderThatIsNamed(@TempDir Path folder) throws Exception {
        String noTemporaryFolder = "-Djava.io.tmpdir=" + folder.resolve("none");

        assertThat(elsewhere(noTemporaryFolder)).contains("answers are packed by gzip");
        assertThat(elsewhere(noTemporaryFolder, "-DZstdTempFolder=" + folder))
                .doesNotContain("gzip")
                .contains("other: [1, 2, 3, 4, 5, 6, 7, 8, 9]");
    }

    /** What a process with these options says. */
    private static String elsewhere(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Elsewhere.class.getName()));
        Process other = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** What another process does. */
    static final class Elsewhere {

        private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0x24, 0, 1, 0, 0, 0, 0, 0, 0};

        private Elsewhere() {}

        public static void main(String[] args) throws IOException {
            byte[] packed = Packing.pack(BYTES);
            System.out.println((Gzip.isOne(packed) ? "gzip: " : "other: ") + Arrays.toString(Packing.unpack(packed)));
            try {
                Packing.unpack(ZSTD);
            } catch (IOException e) {
                System.out.println("zstd: " + e.getMessage());
            }
        }
    }
}
