package io.syncopate.gateway;

import io.syncopate.testkit.protobuf.ProtobufStackContract;

class ProtobufStackTest extends ProtobufStackContract {}
