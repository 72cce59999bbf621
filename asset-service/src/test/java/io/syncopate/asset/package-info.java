@NullMarked
package io.syncopate.asset;

import org.jspecify.annotations.NullMarked;
