/** Tests of the adapter that keeps aggregates. */
@NullMarked
package io.syncopate.starter.mongo;

import org.jspecify.annotations.NullMarked;
