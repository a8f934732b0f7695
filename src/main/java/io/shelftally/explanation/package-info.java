/** Explains one published row or one capture: the rule, the evidence, what was compared, what else was near. */
@NullMarked
package io.shelftally.explanation;

import org.jspecify.annotations.NullMarked;
