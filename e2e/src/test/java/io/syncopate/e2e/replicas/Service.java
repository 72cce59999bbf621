package io.syncopate.e2e.replicas;

/** The modules behind the gateway. The name is database, audience and backend. */
public enum Service {
    ASSESSMENT("assessment"),
    SCHEDULING("scheduling"),
    ASSET("asset");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whose packaged jar it is. */
    public String module() {
        return label + "-service";
    }
}
