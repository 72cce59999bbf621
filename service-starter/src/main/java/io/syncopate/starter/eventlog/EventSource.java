package io.syncopate.starter.eventlog;

import io.syncopate.proto.api.v1.ReadAllRequest;
import io.syncopate.proto.api.v1.ReadAllResponse;

/** A service's log as the background work of a service reads it: over all tenants. */
@FunctionalInterface
public interface EventSource {

    ReadAllResponse read(ReadAllRequest request);
}
