@NullMarked
package io.syncopate.starter.time;

import org.jspecify.annotations.NullMarked;
