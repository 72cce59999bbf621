/** The in-memory port passes the contract that it stands in for. */
@NullMarked
package io.syncopate.testkit.kernel;

import org.jspecify.annotations.NullMarked;
