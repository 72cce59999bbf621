package io.syncopate.asset.campaign;

/**
 * Where a campaign goes out.
 *
 * @param urgency 0 to 100; counts where a queue orders by it
 */
public record Channel(String key, String displayName, int urgency) {}
