/** Keeps keys in MongoDB. */
@NullMarked
package io.syncopate.gateway.keys.mongo;

import org.jspecify.annotations.NullMarked;
