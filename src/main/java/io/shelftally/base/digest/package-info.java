/** SHA-256, which names evidence, checks files and keys what is too long for an index. */
@NullMarked
package io.shelftally.base.digest;

import org.jspecify.annotations.NullMarked;
