@NullMarked
package io.syncopate.store;

import org.jspecify.annotations.NullMarked;
