package io.syncopate.asset.production;

/** Whether somebody can work on an asset. */
public enum AssetStatus {
    BLOCKED,
    WAITING,
    CLAIMED,
    DONE
}
