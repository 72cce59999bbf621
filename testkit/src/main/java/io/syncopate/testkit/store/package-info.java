/**
 * Runs tests on the stores that Syncopate runs on: the embedded one, and a real MongoDB where there is one. A test asks for
 * its stores with {@link io.syncopate.testkit.store.OnStore}; a store that is not there is reported as skipped, and never
 * replaced by the other one.
 */
@NullMarked
package io.syncopate.testkit.store;

import org.jspecify.annotations.NullMarked;
