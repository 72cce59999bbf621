package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Pipeline;

/**
 * What a campaign wants of its assets.
 *
 * @param pipeline the one that the campaign began with
 * @param brief what is to be achieved and why; may be empty
 */
public record Commission(Pipeline pipeline, String brief) {}
