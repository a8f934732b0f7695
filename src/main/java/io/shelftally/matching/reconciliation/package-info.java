/** The rules of reconciliation as plain Java: matching, verdicts, outcomes and breaks. */
@NullMarked
package io.shelftally.matching.reconciliation;

import org.jspecify.annotations.NullMarked;
