/**
 * What surrounds each call: its request id, who calls with what right, whether the request is valid,
 * and the command it is. Handlers read it from {@link io.syncopate.starter.call.CallContext}.
 */
@NullMarked
package io.syncopate.starter.call;

import org.jspecify.annotations.NullMarked;
