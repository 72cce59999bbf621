/** What happened to a resource, whichever backend has it: found by what its name looks like. */
@NullMarked
package io.syncopate.gateway.history;

import org.jspecify.annotations.NullMarked;
