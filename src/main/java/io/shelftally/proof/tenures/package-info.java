/** Which process had which task in hand when, as PostgreSQL saw it, and what a call says against it. */
@NullMarked
package io.shelftally.proof.tenures;

import org.jspecify.annotations.NullMarked;
