/** Tests of the starter as a whole. */
@NullMarked
package io.syncopate.starter;

import org.jspecify.annotations.NullMarked;
