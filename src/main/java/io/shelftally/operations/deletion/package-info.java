/** What deletions share: small transactions under the lease, and answers of vendors that nothing refers to any more. */
@NullMarked
package io.shelftally.operations.deletion;

import org.jspecify.annotations.NullMarked;
