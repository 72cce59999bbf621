package io.syncopate.assessment;

import io.syncopate.testkit.protobuf.ProtobufStackContract;

class ProtobufStackTest extends ProtobufStackContract {}
