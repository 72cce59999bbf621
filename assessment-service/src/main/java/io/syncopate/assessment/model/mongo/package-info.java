/** Models of tenants in MongoDB. */
@NullMarked
package io.syncopate.assessment.model.mongo;

import org.jspecify.annotations.NullMarked;
