@NullMarked
package io.syncopate.starter.error;

import org.jspecify.annotations.NullMarked;
