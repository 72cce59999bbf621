/**
 * Calls to the other services: each backend with its deadline, circuit breaker, bulkhead and, for
 * idempotent calls alone, retries on a budget; with a token for it and the request id.
 */
@NullMarked
package io.syncopate.starter.client;

import org.jspecify.annotations.NullMarked;
