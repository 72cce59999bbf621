/** The asset-service: production queues over many channels. */
@NullMarked
package io.syncopate.asset;

import org.jspecify.annotations.NullMarked;
