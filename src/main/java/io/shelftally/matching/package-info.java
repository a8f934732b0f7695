/**
 * The rules, as plain Java: what a code means ({@code product}) and what captures and reports together say of a product
 * ({@code reconciliation}). No Spring, SQL, HTTP or JSON, and no clock: equal evidence gives equal rows. Begin with
 * {@code reconciliation.Reconciler}; the rules are told in {@code docs/rules.md}.
 */
@NullMarked
package io.shelftally.matching;

import org.jspecify.annotations.NullMarked;
