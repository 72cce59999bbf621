/** Who did what in each tenant, over all services: what their event logs tell, kept for a time. */
@NullMarked
package io.syncopate.gateway.audit;

import org.jspecify.annotations.NullMarked;
