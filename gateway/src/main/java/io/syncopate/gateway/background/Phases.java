package io.syncopate.gateway.background;

/** In which order the parts start; they stop in the opposite one. The web server is the last. */
public final class Phases {

    /** The gateway's own services: asked by what follows. */
    public static final int OWN_SERVICES = -100;

    /** Keys to sign with, and what the backends serve. */
    public static final int BACKGROUND = 0;

    private Phases() {}
}
