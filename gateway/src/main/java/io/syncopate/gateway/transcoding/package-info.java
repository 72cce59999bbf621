/**
 * HTTP and JSON to protobuf and back, as {@code google/api/http.proto} and the ProtoJSON mapping
 * define it: path templates, the route table, the request that a route builds and the JSON of its
 * answer. Knows protobuf descriptors, but neither Spring nor a connection.
 */
@NullMarked
package io.syncopate.gateway.transcoding;

import org.jspecify.annotations.NullMarked;
