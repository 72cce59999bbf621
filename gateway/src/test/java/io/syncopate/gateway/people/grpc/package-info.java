@NullMarked
package io.syncopate.gateway.people.grpc;

import org.jspecify.annotations.NullMarked;
