/** Both vendors on a loopback port, served from a seed or from files; the job never uses it. */
@NullMarked
package io.shelftally.sandbox;

import org.jspecify.annotations.NullMarked;
