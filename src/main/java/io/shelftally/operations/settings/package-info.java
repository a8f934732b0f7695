/** The settings of a command: their names, their values, and where each comes from. */
@NullMarked
package io.shelftally.operations.settings;

import org.jspecify.annotations.NullMarked;
