/** What this host is called. */
@NullMarked
package io.shelftally.base.host;

import org.jspecify.annotations.NullMarked;
