@NullMarked
package io.syncopate.asset.production.mongo;

import org.jspecify.annotations.NullMarked;
