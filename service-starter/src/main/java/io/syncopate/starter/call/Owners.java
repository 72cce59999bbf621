package io.syncopate.starter.call;

import io.syncopate.kernel.Ownership;

import java.util.List;

/** Whose something is, as the contract shows it. */
public final class Owners {

    private Owners() {}

    public static String name(Ownership ownership) {
        return ownership.owner().map(uid -> "people/" + uid.value()).orElse("");
    }

    public static List<String> teams(Ownership ownership) {
        return ownership.teams().stream().sorted().toList();
    }
}
