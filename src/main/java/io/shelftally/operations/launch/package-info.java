/** Starts the beans that a command needs, and turns how it ended into a message and an exit code. */
@NullMarked
package io.shelftally.operations.launch;

import org.jspecify.annotations.NullMarked;
