package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.kernel.Ownership;

/**
 * What a campaign wants of its assets.
 *
 * @param pipeline the one that the campaign began with
 * @param brief what is to be achieved and why; may be empty
 * @param ownership the campaign's, and that of each of its assets
 */
public record Commission(Pipeline pipeline, String brief, Ownership ownership) {}
