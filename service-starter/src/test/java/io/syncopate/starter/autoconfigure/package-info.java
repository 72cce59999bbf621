/** Tests of the starter within Spring Boot. */
@NullMarked
package io.syncopate.starter.autoconfigure;

import org.jspecify.annotations.NullMarked;
