/**
 * What was acknowledged is there, whoever was killed or cut off: a load that remembers each answer,
 * somebody who kills, and a checker that holds what is there against what was answered.
 */
@NullMarked
package io.syncopate.e2e.faults;

import org.jspecify.annotations.NullMarked;
