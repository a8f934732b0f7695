/**
 * The command line, and what operators look into and keep: why a row says what it says, what changed, replay, quarantine,
 * retention, backups, the examination before a night. No step of a night runs here. Begin with
 * {@code cli.ShelfTally}.
 */
@NullMarked
package io.shelftally.operations;

import org.jspecify.annotations.NullMarked;
