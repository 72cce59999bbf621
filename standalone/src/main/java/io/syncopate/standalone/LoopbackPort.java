package io.syncopate.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The port of the gateway, known before anything starts: the services need the gateway's address for
 * its keys, and a port that is taken should be told before ten seconds of starting.
 */
final class LoopbackPort {

    private LoopbackPort() {}

    /** Answers the port, or a free one for 0; refuses one that is taken. */
    static int choose(int wanted) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw taken(wanted, e);
        }
    }

    static StartupException taken(int port, Throwable cause) {
        return new StartupException(
                "port %d is taken by another program; stop that one, or choose another port with --%s=PORT"
                        .formatted(port, Settings.PORT),
                cause);
    }
}
