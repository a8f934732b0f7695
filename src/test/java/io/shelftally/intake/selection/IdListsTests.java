package io.shelftally.intake.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.intake.worklist.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdListsTests {

    private static final String CAPTURE = "A".repeat(22);

    @TempDir
    private Path folder;

    @Test
    void idsStandWithCommasBetweenOrInFiles() throws IOException {
        assertThat(IdLists.ofScans().read(List.of("7, 008", "@" + file("9\n10\r\n"))))
                .containsExactly(7L, 8L, 9L, 10L);
        assertThat(IdLists.ofCaptures().read(List.of(CAPTURE))).containsExactly(CAPTURE);
        assertThat(IdLists.ofScans().read(List.of())).isEmpty();
    }

    @Test
    void linesOfAWorkListWillDo() throws IOException {
        assertThat(IdLists.ofScans().read(List.of("@" + file("\uFEFF Scan_Id ,store_id\n\n7,S1\n 8 ,S2\n7,S3"))))
                .containsExactly(7L, 8L);
        assertThat(IdLists.ofScans().read(List.of("@" + file("\"scan_id\",\"store_id\"\r\" 7\",\"S1\"\r\"\",\r8"))))
                .containsExactly(7L, 8L);
    }

    @Test
    void theUuidOfACaptureIsAsGoodAsItsId() {
        assertThat(IdLists.ofCaptures().read(List.of("3B1F8B40-222C-4A6E-B77E-779D5A94E21C")))
                .containsExactly("CXc85b4rqinB7s5J52TRYb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7,", "x", "0", "-1", "9223372036854775808", "7;8"})
    void anArgumentThatHoldsNoIdIsRefused(String argument) {
        assertThatThrownBy(() -> IdLists.ofScans().read(List.of(argument)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no id: a scan id is a whole number from 1 to 9223372036854775807");
    }

    @Test
    void aFileThatCannotBeUsedIsToldWithItsLine() throws IOException {
        refused("@" + file("7\n\nscan_id\n"), "ids.txt, line 3: \"scan_id\" is no id: a scan id is");
        refused("@" + file("scan_id\n"), "ids.txt: it holds no ids.\nWrite one id a line.");
        refused("@" + file(""), "it holds no ids");
        refused("@" + folder, "there is no such file");
        refused("@", "there is no such file");
        refused("@\0", "there is no such file");
        Files.write(folder.resolve("ids.txt"), "7\n\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        refused("@" + folder.resolve("ids.txt"), "not UTF-8");
    }

    private static void refused(String argument, String message) {
        assertThatThrownBy(() -> IdLists.ofScans().read(List.of(argument)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(message);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("ids.txt"), text);
    }
}
