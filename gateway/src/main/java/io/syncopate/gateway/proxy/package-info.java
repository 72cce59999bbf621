/**
 * Carries requests of HTTP to the methods of the backends, and what they answer back: one message,
 * a stream of them, or bytes.
 */
@NullMarked
package io.syncopate.gateway.proxy;

import org.jspecify.annotations.NullMarked;
