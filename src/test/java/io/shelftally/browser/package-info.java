/** A real browser, for pages that people read: one that is found on the machine, driven by its DevTools protocol. */
@NullMarked
package io.shelftally.browser;

import org.jspecify.annotations.NullMarked;
