/**
 * Internal tokens: an ES256 token from the gateway, good for one service and five minutes at most,
 * says who calls, in which tenant and with which rights. Verified here, trusted for nothing else.
 */
@NullMarked
package io.syncopate.starter.security;

import org.jspecify.annotations.NullMarked;
