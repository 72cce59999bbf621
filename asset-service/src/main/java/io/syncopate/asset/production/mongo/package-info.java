/** Keeps this feature's documents in MongoDB. */
@NullMarked
package io.syncopate.asset.production.mongo;

import org.jspecify.annotations.NullMarked;
