package io.syncopate.gateway.keys;

import io.syncopate.gateway.people.Credentials;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;

import java.util.List;

/** Revokes every key that calls in a person's name. */
public final class RevokeKeys implements Credentials {

    private final ApiKeys keys;

    public RevokeKeys(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public void revokeAll(Command by, Uid person) {
        List<Versioned<ApiKey>> some;
        while (!(some = keys.of(by.tenant(), person)).isEmpty()) {
            some.forEach(key -> keys.remove(by, key, new KeyEvent.KeyRevoked()));
        }
    }
}
