@NullMarked
package io.syncopate.asset.campaign;

import org.jspecify.annotations.NullMarked;
