package io.shelftally.calls.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedWindowTests {

    private static final String ELDER = "elder";
    private static final String NEWCOMER = "newcomer";

    @Test
    void whoHasNotItsShareYetOrHasMoreThanItIsNotSettled() {
        SharedWindow elder = new SharedWindow(Window.of(8), () -> {}, () -> {}, System::nanoTime);
        SharedWindow newcomer = new SharedWindow(Window.of(8), () -> {}, () -> {}, System::nanoTime);
        Division asItComes = division(8, 0);

        elder.has(asItComes, ELDER, 8);
        newcomer.has(asItComes, NEWCOMER, 0);
        assertThat(elder.isSettled()).isFalse();
        assertThat(newcomer.isSettled()).isFalse();

        Division later = division(4, 0);
        elder.has(later, ELDER, 4);
        newcomer.has(later, NEWCOMER, 4);
        assertThat(elder.isSettled()).isTrue();
        assertThat(newcomer.isSettled()).isTrue();
    }

    private static Division division(int ofElder, int ofNewcomer) {
        return new Division(List.of(new ShareRow(ELDER, ofElder, 8, 0), new ShareRow(NEWCOMER, ofNewcomer, 8, 0)), 0);
    }
}
