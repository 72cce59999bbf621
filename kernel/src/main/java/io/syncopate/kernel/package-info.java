/**
 * The words that every feature's core shares: who calls, in which tenant, with what right; what a
 * command, an event, a version and a refusal are; the port that keeps aggregates. Plain Java, no
 * framework.
 */
@NullMarked
package io.syncopate.kernel;

import org.jspecify.annotations.NullMarked;
