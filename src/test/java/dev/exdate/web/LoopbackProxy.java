package dev.exdate.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real proxy on loopback: whatever host is asked for, it leads to that port of this machine. It remembers what it was asked. */
public final class LoopbackProxy implements AutoCloseable {
    private final ServerSocket server;
    private final String login;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();

    /** @param login the value of Proxy-Authorization that is asked for; empty for none */
    public LoopbackProxy(String login) throws IOException {
        this.login = login;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** First lines of requests, in the order they came. */
    public List<String> requests() {
        return requests;
    }

    /** What they said in Proxy-Authorization. */
    public List<String> logins() {
        return logins;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            List<String> head = head(client.getInputStream());
            requests.add(head.getFirst());
            String given = head.stream()
                    .filter(line -> line.regionMatches(true, 0, "proxy-authorization: ", 0, 21))
                    .map(line -> line.substring(21))
                    .findFirst()
                    .orElse("");
            logins.add(given);
            OutputStream out = client.getOutputStream();
            if (!login.isEmpty() && !given.equals(login)) {
                out.write("HTTP/1.1 407 no\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            String[] first = head.getFirst().split(" ");
            boolean tunnel = first[0].equals("CONNECT");
            URI target = URI.create(tunnel ? "https://" + first[1] : first[1]);
            try (Socket site = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
                if (tunnel) {
                    out.write("HTTP/1.1 200 yes\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } else {
                    String rest = String.join("\r\n", head.subList(1, head.size()));
                    site.getOutputStream()
                            .write((first[0] + " " + path(target) + " HTTP/1.1\r\nConnection: close\r\n" + rest
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
                }
                Thread answers = Thread.ofVirtual().start(() -> pass(site, client));
                pass(client, site);
                answers.join();
            }
        } catch (IOException e) {
            // The client sees it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String path(URI target) {
        return target.getRawQuery() == null ? target.getRawPath() : target.getRawPath() + "?" + target.getRawQuery();
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One end is gone.
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
