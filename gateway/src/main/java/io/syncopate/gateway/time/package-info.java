/** Time that can be moved forward, where whoever composes the platform offers it. */
@NullMarked
package io.syncopate.gateway.time;

import org.jspecify.annotations.NullMarked;
