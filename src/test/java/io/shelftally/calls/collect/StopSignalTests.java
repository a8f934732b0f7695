package io.shelftally.calls.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StopSignalTests {

    private final StopSignal signal = new StopSignal();

    @Test
    void workGoesOnUntilItIsSet() {
        assertThatCode(signal::check).doesNotThrowAnyException();

        signal.set();

        assertThatThrownBy(signal::check).isInstanceOf(StoppedException.class).hasMessageContaining("to resume");
    }

    @Test
    void anInnerSignalIsSetWithTheOuterOne() {
        StopSignal inner = signal.inner().inner();

        signal.set();

        assertThat(inner.isSet()).isTrue();
    }

    @Test
    void anInnerSignalIsSetAlone() {
        StopSignal inner = signal.inner();
        StopSignal other = signal.inner();

        inner.set();

        assertThat(inner.isSet()).isTrue();
        assertThat(signal.isSet()).isFalse();
        assertThat(other.isSet()).isFalse();
    }
}
