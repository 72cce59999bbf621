/** Nobody sees or changes what belongs to another tenant, or what a key does not reach. */
@NullMarked
package io.syncopate.e2e.tenants;

import org.jspecify.annotations.NullMarked;
