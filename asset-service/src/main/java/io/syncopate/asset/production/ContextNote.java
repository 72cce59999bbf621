package io.syncopate.asset.production;

import io.syncopate.kernel.Uid;

import java.time.Instant;

/**
 * Why something is as it is, for whoever has the asset next.
 *
 * @param stage where it was written; empty for what came with the campaign
 */
public record ContextNote(String text, String stage, Uid by, Instant at) {}
