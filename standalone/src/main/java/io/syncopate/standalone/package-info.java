/**
 * The zero-set-up default: the gateway and every service in one JVM over an embedded store. It
 * composes the modules as they are, each in a context of its own; gRPC between them runs in process,
 * so that the gateway's HTTP port is the only one to use; the embedded store has one on loopback.
 */
@NullMarked
package io.syncopate.standalone;

import org.jspecify.annotations.NullMarked;
