/**
 * The state of a night and how it moves on: the lease, the stored answers, and a state machine each for captures (Closient)
 * and scans (Pensa), which never see each other; what both have as items of a night is in {@code items}. Item rows are the
 * checkpoints; nothing here derives what is published. Begin with {@code scans.ScanMachine}.
 */
@NullMarked
package io.shelftally.night;

import org.jspecify.annotations.NullMarked;
