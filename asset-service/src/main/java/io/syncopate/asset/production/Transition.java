package io.syncopate.asset.production;

/** A step of an asset: what it is then, and the one event that tells of it. */
public record Transition(Asset after, AssetEvent event) {}
