/**
 * What a client is told when a request fails: one shape, {@code application/problem+json} of RFC
 * 9457, for refusals of the gateway, of a backend and of Spring itself.
 */
@NullMarked
package io.syncopate.gateway.problem;

import org.jspecify.annotations.NullMarked;
