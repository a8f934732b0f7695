package io.shelftally.calls.quota;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * The calls of this process that have no answer yet, by the ledger time of their grant. An answer ends the oldest of
 * them, whichever it was for: those that stay then count for as long as they must, or longer.
 */
final class OpenCalls {

    private record Block(long grantedAt, int calls) {}

    private final Deque<Block> blocks;

    OpenCalls() {
        this(new ArrayDeque<>());
    }

    private OpenCalls(Deque<Block> blocks) {
        this.blocks = blocks;
    }

    OpenCalls copy() {
        return new OpenCalls(new ArrayDeque<>(blocks));
    }

    void add(long grantedAt, int calls) {
        if (calls > 0) {
            blocks.addLast(new Block(grantedAt, calls));
        }
    }

    /** Takes the oldest call out, and says when it was granted; empty if there is none. */
    OptionalLong endOldest() {
        Block oldest = blocks.pollFirst();
        if (oldest == null) {
            return OptionalLong.empty();
        }
        if (oldest.calls() > 1) {
            blocks.addFirst(new Block(oldest.grantedAt(), oldest.calls() - 1));
        }
        return OptionalLong.of(oldest.grantedAt());
    }
}
