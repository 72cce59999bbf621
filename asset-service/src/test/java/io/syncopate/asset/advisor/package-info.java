@NullMarked
package io.syncopate.asset.advisor;

import org.jspecify.annotations.NullMarked;
