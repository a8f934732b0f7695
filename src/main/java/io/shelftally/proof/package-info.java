/**
 * What proves the job by running it from outside: both vendors on loopback, kills by the hundred, the benchmark. Nothing uses
 * it but the command line, which starts the sandbox for the demo. Begin with {@code sandbox.Sandbox}.
 */
@NullMarked
package io.shelftally.proof;

import org.jspecify.annotations.NullMarked;
