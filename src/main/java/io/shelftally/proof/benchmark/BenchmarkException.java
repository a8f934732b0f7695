package io.shelftally.proof.benchmark;

/** Something did not run, so there is nothing to measure. */
final class BenchmarkException extends RuntimeException {

    BenchmarkException(String message) {
        super(message);
    }
}
