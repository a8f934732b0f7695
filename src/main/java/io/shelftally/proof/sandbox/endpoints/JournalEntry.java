package io.shelftally.proof.sandbox.endpoints;

import java.time.Instant;
import java.util.List;

/**
 * A call that a vendor got.
 *
 * @param time when the answer was decided
 * @param ids of the captures or scans that it named
 * @param status of the answer; 0 if none is sent
 * @param shown the status of the capture that the answer shows, if it is sent whole; else empty
 * @param fate {@code whole}, {@code cut}, {@code drop} or {@code hang}
 * @param port from which it came, on the caller's side
 */
public record JournalEntry(
        Instant time, String method, String path, List<String> ids, int status, String shown, String fate, int port) {}
