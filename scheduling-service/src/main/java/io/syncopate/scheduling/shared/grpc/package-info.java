/** What the contract's messages of several features have in common. */
@NullMarked
package io.syncopate.scheduling.shared.grpc;

import org.jspecify.annotations.NullMarked;
