/**
 * Who is let in and what they carry on: API keys, the browser's session after a one-time sign-in
 * link, the developer's key; exchanged for an internal token that is good for one backend and five
 * minutes.
 */
@NullMarked
package io.syncopate.gateway.security;

import org.jspecify.annotations.NullMarked;
