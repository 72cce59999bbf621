/**
 * The people of a tenant: the one place that knows their names and addresses, their teams and their
 * roles. What a role permits is a table in the configuration.
 */
@NullMarked
package io.syncopate.gateway.people;

import org.jspecify.annotations.NullMarked;
