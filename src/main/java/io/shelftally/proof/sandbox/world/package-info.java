/** What the sandbox's vendors know: scripts of captures and scans, their templates, the product catalogue. */
@NullMarked
package io.shelftally.proof.sandbox.world;

import org.jspecify.annotations.NullMarked;
