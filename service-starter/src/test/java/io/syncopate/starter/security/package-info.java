/** Tests of internal tokens. */
@NullMarked
package io.syncopate.starter.security;

import org.jspecify.annotations.NullMarked;
