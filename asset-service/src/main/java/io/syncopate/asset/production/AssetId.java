package io.syncopate.asset.production;

/** An asset within its campaign; unique in the tenant, and known before it is stored. */
public record AssetId(String campaign, String key) {

    /**
     * @throws IllegalArgumentException when it is not {@code campaign/key}
     */
    public static AssetId parse(String value) {
        int slash = value.indexOf('/');
        if (slash < 1 || slash == value.length() - 1) {
            throw new IllegalArgumentException(
                    "asset '%s': expected campaign/key".formatted(value));
        }
        return new AssetId(value.substring(0, slash), value.substring(slash + 1));
    }

    public String value() {
        return campaign + "/" + key;
    }

    public String resourceName() {
        return "campaigns/%s/assets/%s".formatted(campaign, key);
    }
}
