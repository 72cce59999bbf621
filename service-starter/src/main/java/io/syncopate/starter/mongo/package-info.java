/**
 * Aggregates in MongoDB: one document each, changed by one atomic targeted update that carries the
 * new state, its version, its outgoing event and the request that caused it.
 */
@NullMarked
package io.syncopate.starter.mongo;

import org.jspecify.annotations.NullMarked;
