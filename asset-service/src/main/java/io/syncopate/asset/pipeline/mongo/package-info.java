/** Keeps this feature's documents in MongoDB. */
@NullMarked
package io.syncopate.asset.pipeline.mongo;

import org.jspecify.annotations.NullMarked;
