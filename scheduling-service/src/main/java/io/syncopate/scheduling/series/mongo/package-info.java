/** Series and sessions in MongoDB. */
@NullMarked
package io.syncopate.scheduling.series.mongo;

import org.jspecify.annotations.NullMarked;
