/** Puts the starter's parts into a Spring Boot service, from its settings {@code syncopate.*}. */
@NullMarked
package io.syncopate.starter.autoconfigure;

import org.jspecify.annotations.NullMarked;
