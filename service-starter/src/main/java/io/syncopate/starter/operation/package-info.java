/**
 * Long work that outlives the call that asked for it (AIP-151): kept in the service's database, run by
 * whichever replica holds its lease, with progress, cancelling, and a result that can be fetched.
 */
@NullMarked
package io.syncopate.starter.operation;

import org.jspecify.annotations.NullMarked;
