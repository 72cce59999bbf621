package io.syncopate.asset.advisor;

/**
 * A statement of advice.
 *
 * @param mitigation what to do about it; empty when there is nothing to do
 */
public record Statement(String id, String text, String mitigation, Source source) {}
