/** What commands show: answers as tables or JSON, and the progress of a run. */
@NullMarked
package io.shelftally.console;

import org.jspecify.annotations.NullMarked;
