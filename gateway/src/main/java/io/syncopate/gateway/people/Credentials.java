package io.syncopate.gateway.people;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Uid;

/** One kind of thing by which people are let in. */
public interface Credentials {

    /** Makes sure that nothing lets anybody in as this person any more. */
    void revokeAll(Command by, Uid person);
}
