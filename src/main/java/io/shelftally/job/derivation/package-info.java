/** Every derived row, computed from stored evidence by a set of rules; writes nothing and calls nobody. */
@NullMarked
package io.shelftally.job.derivation;

import org.jspecify.annotations.NullMarked;
