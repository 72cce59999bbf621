package io.syncopate.asset.advisor;

/**
 * Where a statement comes from.
 *
 * @param rules ids in {@code docs/rules.md}
 * @param passage where in the production guide
 */
public record Source(String rules, String passage) {

    @Override
    public String toString() {
        return passage + " (" + rules + ")";
    }
}
