/** The rerun of chosen items: which nights and items it looks at, how it begins and ends, whether anything was answered. */
@NullMarked
package io.shelftally.job.reruns;

import org.jspecify.annotations.NullMarked;
