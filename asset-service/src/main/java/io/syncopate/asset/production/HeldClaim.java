package io.syncopate.asset.production;

/** A claim, with the asset that it is or was on. */
public record HeldClaim(AssetId asset, Claim claim) {}
