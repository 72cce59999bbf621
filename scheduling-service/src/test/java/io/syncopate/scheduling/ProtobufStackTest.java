package io.syncopate.scheduling;

import io.syncopate.testkit.protobuf.ProtobufStackContract;

class ProtobufStackTest extends ProtobufStackContract {}
