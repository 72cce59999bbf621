package io.syncopate.asset.production;

import io.syncopate.kernel.Uid;

import java.time.Instant;

/**
 * One version of the file behind an asset. Versions are added, never replaced.
 *
 * @param number 1, 2, 3 …
 */
public record FileVersion(
        int number, String fileName, String uri, String stage, Uid by, Instant at) {}
