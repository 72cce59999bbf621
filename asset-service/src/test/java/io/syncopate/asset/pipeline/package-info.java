@NullMarked
package io.syncopate.asset.pipeline;

import org.jspecify.annotations.NullMarked;
