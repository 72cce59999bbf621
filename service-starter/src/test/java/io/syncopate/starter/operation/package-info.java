/** Tests of operations: what is killed goes on, and ends once. */
@NullMarked
package io.syncopate.starter.operation;

import org.jspecify.annotations.NullMarked;
