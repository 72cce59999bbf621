@NullMarked
package io.syncopate.asset.pipeline.mongo;

import org.jspecify.annotations.NullMarked;
