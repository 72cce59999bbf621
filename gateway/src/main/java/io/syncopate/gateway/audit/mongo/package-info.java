/** Keeps the audit in MongoDB. */
@NullMarked
package io.syncopate.gateway.audit.mongo;

import org.jspecify.annotations.NullMarked;
