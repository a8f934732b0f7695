/** The commands of the command line. */
@NullMarked
package io.shelftally.operations.cli;

import org.jspecify.annotations.NullMarked;
