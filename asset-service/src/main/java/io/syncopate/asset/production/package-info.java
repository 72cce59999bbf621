/**
 * Assets on their way through a pipeline: they wait in queues, are pulled by a claim (a lease with a
 * fencing number), pushed on when the definition of done holds, reviewed, and distributed. What has
 * to be known about an asset travels with it in its passport.
 */
@NullMarked
package io.syncopate.asset.production;

import org.jspecify.annotations.NullMarked;
