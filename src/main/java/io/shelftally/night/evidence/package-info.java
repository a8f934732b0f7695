/** Raw vendor answers, compressed and addressed by their SHA-256: every derived row is computed from here. */
@NullMarked
package io.shelftally.night.evidence;

import org.jspecify.annotations.NullMarked;
