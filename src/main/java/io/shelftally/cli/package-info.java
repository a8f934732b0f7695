/** The commands of the command line. */
@NullMarked
package io.shelftally.cli;

import org.jspecify.annotations.NullMarked;
