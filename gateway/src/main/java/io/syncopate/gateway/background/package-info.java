/** What goes on behind the requests, and how it starts and ends with the gateway. */
@NullMarked
package io.syncopate.gateway.background;

import org.jspecify.annotations.NullMarked;
