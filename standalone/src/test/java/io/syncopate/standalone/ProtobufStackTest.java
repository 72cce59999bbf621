package io.syncopate.standalone;

import io.syncopate.testkit.protobuf.ProtobufStackContract;

class ProtobufStackTest extends ProtobufStackContract {}
