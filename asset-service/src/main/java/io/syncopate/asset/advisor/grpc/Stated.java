package io.syncopate.asset.advisor.grpc;

import com.google.protobuf.ProtocolMessageEnum;

import java.util.Optional;

/** What was stated of a message's enums: those of the contract and of the core have the same names. */
final class Stated {

    private Stated() {}

    static <P extends Enum<P> & ProtocolMessageEnum, E extends Enum<E>> Optional<E> of(
            P value, P unspecified, Class<E> type) {
        return value == unspecified
                ? Optional.empty()
                : Optional.of(Enum.valueOf(type, value.name()));
    }
}
