@NullMarked
package io.syncopate.gateway.history;

import org.jspecify.annotations.NullMarked;
