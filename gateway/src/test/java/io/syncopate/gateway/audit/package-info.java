@NullMarked
package io.syncopate.gateway.audit;

import org.jspecify.annotations.NullMarked;
