/** Every start of the job and what each of them did, and every published night in figures, for those who look afterwards. */
@NullMarked
package io.shelftally.operations.history;

import org.jspecify.annotations.NullMarked;
