/** Tells lineage tools of each run by OpenLineage: what it read, what it made, and how good that was. */
@NullMarked
package io.shelftally.operations.lineage;

import org.jspecify.annotations.NullMarked;
