/** What the contract's messages of several features have in common. */
@NullMarked
package io.syncopate.asset.shared.grpc;

import org.jspecify.annotations.NullMarked;
