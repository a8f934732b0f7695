/** What a run takes on, and the plan of its calls: all that is known before the first one. */
@NullMarked
package io.shelftally.job.planning;

import org.jspecify.annotations.NullMarked;
