/**
 * The backends' methods for clients of gRPC, on a port of its own: the same keys, permissions, limits
 * and fences as for JSON, and the messages carried as the bytes that they are.
 */
@NullMarked
package io.syncopate.gateway.passthrough;

import org.jspecify.annotations.NullMarked;
