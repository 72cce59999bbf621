package io.syncopate.e2e.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address for both gateways, as a Kubernetes service is: a connection goes to the next one that
 * takes it.
 */
final class Balancer implements AutoCloseable {

    private static final int CONNECT_MILLIS = 500;

    private final ServerSocket listener;
    private final List<Integer> ports;
    private final AtomicInteger next = new AtomicInteger();

    Balancer(List<Integer> ports) {
        this.ports = List.copyOf(ports);
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("balancer").start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket from = listener.accept();
                Thread.ofVirtual().start(() -> join(from));
            } catch (IOException e) {
                // closed: ends the loop
            }
        }
    }

    private void join(Socket from) {
        try (from;
                Socket to = connected()) {
            Thread back = Thread.ofVirtual().start(() -> carry(to, from));
            carry(from, to);
            back.join();
        } catch (IOException e) {
            // nobody there: the caller sees a closed connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connected() throws IOException {
        int first = next.getAndIncrement();
        var refused = new IOException("no gateway takes connections");
        for (int i = 0; i < ports.size(); i++) {
            int port = ports.get(Math.floorMod(first + i, ports.size()));
            var socket = new Socket();
            try {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
                refused.addSuppressed(e);
            }
        }
        throw refused;
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // a side went away
        } finally {
            closeBoth(from, to);
        }
    }

    private static void closeBoth(Socket one, Socket other) {
        try (one;
                other) {
            one.shutdownInput();
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
