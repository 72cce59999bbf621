/** Tests of the calls to other services. */
@NullMarked
package io.syncopate.starter.client;

import org.jspecify.annotations.NullMarked;
