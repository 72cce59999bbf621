/** Tests of people in MongoDB. */
@NullMarked
package io.syncopate.gateway.people.mongo;

import org.jspecify.annotations.NullMarked;
