/** The kernel's ports in memory, the contract that every adapter of them passes, and a clock. */
@NullMarked
package io.syncopate.testkit.kernel;

import org.jspecify.annotations.NullMarked;
