/** Tests of the shared kernel. */
@NullMarked
package io.syncopate.kernel;

import org.jspecify.annotations.NullMarked;
