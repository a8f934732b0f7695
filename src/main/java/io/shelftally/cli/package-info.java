/** The command line and its exit codes. */
@NullMarked
package io.shelftally.cli;

import org.jspecify.annotations.NullMarked;
