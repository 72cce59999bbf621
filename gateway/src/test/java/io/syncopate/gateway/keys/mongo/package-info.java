@NullMarked
package io.syncopate.gateway.keys.mongo;

import org.jspecify.annotations.NullMarked;
