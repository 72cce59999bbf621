@NullMarked
package io.syncopate.starter.background;

import org.jspecify.annotations.NullMarked;
