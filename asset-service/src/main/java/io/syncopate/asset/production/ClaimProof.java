package io.syncopate.asset.production;

import io.syncopate.kernel.Uid;

/** What a writer shows to be the holder. */
public record ClaimProof(String claim, Uid by) {}
