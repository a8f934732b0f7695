/** A way between a process and a server that can be cut, for the torture. */
@NullMarked
package io.shelftally.proof.network;

import org.jspecify.annotations.NullMarked;
