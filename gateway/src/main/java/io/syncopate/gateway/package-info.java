/**
 * The one JSON door: transcodes HTTP and JSON to the gRPC methods of every backend, from what the
 * backends say of themselves, and lets nobody through who is not known.
 */
@NullMarked
package io.syncopate.gateway;

import org.jspecify.annotations.NullMarked;
