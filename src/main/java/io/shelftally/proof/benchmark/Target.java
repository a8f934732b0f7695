package io.shelftally.proof.benchmark;

/**
 * What the project must reach, and what was measured.
 *
 * @param figure such as {@code 94.1 %}
 */
record Target(String name, boolean isMet, String figure) {}
