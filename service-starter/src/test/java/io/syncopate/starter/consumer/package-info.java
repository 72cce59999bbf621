/** Tests of consumers: nothing lost, nothing out of order, every effect once. */
@NullMarked
package io.syncopate.starter.consumer;

import org.jspecify.annotations.NullMarked;
