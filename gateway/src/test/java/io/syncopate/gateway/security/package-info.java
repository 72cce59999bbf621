@NullMarked
package io.syncopate.gateway.security;

import org.jspecify.annotations.NullMarked;
