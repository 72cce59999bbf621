package io.syncopate.asset.production;

import io.syncopate.kernel.Uid;

import java.time.Instant;

/**
 * The decision after which nobody is left who could refuse the asset.
 *
 * @param version the version of the file that was approved, 0 when there is none; others use it
 */
public record Approval(int version, Uid by, Instant at) {}
