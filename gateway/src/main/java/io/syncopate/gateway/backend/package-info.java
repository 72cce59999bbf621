/**
 * The services behind the gateway: what each says of its methods by reflection, what of that it is
 * allowed to serve, the connection to it and the table of all routes.
 */
@NullMarked
package io.syncopate.gateway.backend;

import org.jspecify.annotations.NullMarked;
