/**
 * The HTTP side: what every request passes, the filter that carries calls to the backends, and the
 * gateway's own addresses.
 */
@NullMarked
package io.syncopate.gateway.web;

import org.jspecify.annotations.NullMarked;
