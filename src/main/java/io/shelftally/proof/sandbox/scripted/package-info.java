/** Worlds written by hand: the files of a folder, read strictly. */
@NullMarked
package io.shelftally.proof.sandbox.scripted;

import org.jspecify.annotations.NullMarked;
