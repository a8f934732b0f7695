/** Explains one published row or one capture: the rule, the evidence, what was compared, what else was near. */
@NullMarked
package io.shelftally.operations.explanation;

import org.jspecify.annotations.NullMarked;
