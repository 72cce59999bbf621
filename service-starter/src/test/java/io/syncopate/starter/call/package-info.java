/** Tests of what each call passes. */
@NullMarked
package io.syncopate.starter.call;

import org.jspecify.annotations.NullMarked;
