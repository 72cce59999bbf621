package io.syncopate.asset;

import io.syncopate.testkit.protobuf.ProtobufStackContract;

class ProtobufStackTest extends ProtobufStackContract {}
