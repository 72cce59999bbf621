package io.syncopate.starter.autoconfigure;

import io.syncopate.starter.client.OutgoingTokens;

import org.springframework.util.function.SingletonSupplier;

import java.util.function.Supplier;

/** Makes the tokens' source when it is first asked. */
final class LazyTokens implements OutgoingTokens {

    private final SingletonSupplier<OutgoingTokens> source;

    LazyTokens(Supplier<OutgoingTokens> source) {
        this.source = SingletonSupplier.of(source);
    }

    @Override
    public String tokenFor(String audience) {
        return source.obtain().tokenFor(audience);
    }
}
