package io.syncopate.e2e.faults;

/** One entry of a service's event log, however it was read. */
record LoggedEvent(String tenant, String aggregate, long version, int partition, long position) {}
