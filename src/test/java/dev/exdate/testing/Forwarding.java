package dev.exdate.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Connections to a port of {@code ::1} reach one of {@code 127.0.0.1}. */
public final class Forwarding implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Forwarding(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
        Thread.startVirtualThread(this::accept);
    }

    public static Forwarding toPort(int target) throws IOException {
        return new Forwarding(new ServerSocket(0, 100, InetAddress.getByName("::1")), target);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket from = entrance.accept();
                Socket to = new Socket(InetAddress.getByName("127.0.0.1"), target);
                open.add(from);
                open.add(to);
                Thread.startVirtualThread(() -> copy(from, to));
                Thread.startVirtualThread(() -> copy(to, from));
            } catch (IOException e) {
                // Closed, or the target is.
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One side has gone; closing the streams tells the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
