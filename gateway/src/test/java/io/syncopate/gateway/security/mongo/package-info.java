@NullMarked
package io.syncopate.gateway.security.mongo;

import org.jspecify.annotations.NullMarked;
