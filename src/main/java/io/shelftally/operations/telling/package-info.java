/** Tells those who are asleep how a run began and ended: by ping, webhook, mail or a command. A failure to tell is a warning. */
@NullMarked
package io.shelftally.operations.telling;

import org.jspecify.annotations.NullMarked;
