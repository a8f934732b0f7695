/**
 * What commands show: answers as tables or JSON, and the progress of a run on a terminal. It knows figures and words, and no
 * item, rule or table of a night. Begin with {@code TextTable}.
 */
@NullMarked
package io.shelftally.console;

import org.jspecify.annotations.NullMarked;
