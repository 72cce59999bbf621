/**
 * Consumers of event logs: background work of a service that follows what happens in another one, or
 * in itself, over all tenants, with cursors in its own database.
 */
@NullMarked
package io.syncopate.starter.consumer;

import org.jspecify.annotations.NullMarked;
