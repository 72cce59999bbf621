/** Follows the event logs of the backends. */
@NullMarked
package io.syncopate.gateway.audit.feed;

import org.jspecify.annotations.NullMarked;
