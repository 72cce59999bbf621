package io.syncopate.e2e.faults;

/**
 * A write that was answered with success.
 *
 * @param name of the resource that the answer shows
 * @param version of it, from the etag; 0 where the resource has none
 */
record Acknowledged(Write write, String name, long version) {}
