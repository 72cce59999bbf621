@NullMarked
package io.syncopate.asset.production;

import org.jspecify.annotations.NullMarked;
