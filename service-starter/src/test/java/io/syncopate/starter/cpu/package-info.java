/** Tests of the pool for computing. */
@NullMarked
package io.syncopate.starter.cpu;

import org.jspecify.annotations.NullMarked;
