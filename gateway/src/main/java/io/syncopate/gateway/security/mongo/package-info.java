/** Keeps sessions, sign-in codes and public keys in MongoDB. */
@NullMarked
package io.syncopate.gateway.security.mongo;

import org.jspecify.annotations.NullMarked;
