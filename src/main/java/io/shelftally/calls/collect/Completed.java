package io.shelftally.calls.collect;

import io.shelftally.calls.collect.CallCounts.Call;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call and what became of it.
 *
 * @param unused calls that were made for the same thing, and whose answers are not used: they are counted, and that is all
 */
public record Completed<C, A extends CallResult>(C call, A result, List<Unused> unused) {

    public Completed {
        unused = List.copyOf(unused);
    }

    public Completed(C call, A result) {
        this(call, result, List.of());
    }

    /** All that were made, by the name of the call. */
    public Stream<Call> calls(String name) {
        return Stream.concat(
                Stream.of(Call.of(name, result)),
                unused.stream().map(one -> new Call(name, one.result(), one.took(), false)));
    }
}
