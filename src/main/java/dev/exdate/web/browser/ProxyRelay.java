package dev.exdate.web.browser;

import dev.exdate.settings.ProxyAddress;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser's way to a proxy: a port on loopback that adds the proxy's credentials, which would be seen in the browser's
 * arguments, and passes on requests to one host only.
 */
final class ProxyRelay implements AutoCloseable {
    private static final int LARGEST_HEAD = 65_536;

    /** {@code CONNECT host:443 HTTP/1.1}, {@code GET http://host/path HTTP/1.1}. */
    private static final Pattern REQUEST = Pattern.compile(
            "(?:CONNECT (?<tunnel>[^ ]+):\\d+|[A-Z]+ http://(?<plain>\\[[^]]+]|[^/:? ]+)[^ ]*) HTTP/1\\.[01]");

    private final ServerSocket server;
    private final ProxyAddress proxy;
    private final String host;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private ProxyRelay(ServerSocket server, ProxyAddress proxy, String host) {
        this.server = server;
        this.proxy = proxy;
        this.host = host;
    }

    static ProxyRelay to(ProxyAddress proxy, String host) throws IOException {
        ProxyRelay relay = new ProxyRelay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), proxy, host);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket browser = server.accept();
                open.add(browser);
                Thread.ofVirtual().start(() -> serve(browser));
            } catch (IOException e) {
                // Closed, which the loop's condition finds.
            }
        }
    }

    private void serve(Socket browser) {
        try (browser) {
            String head = head(browser.getInputStream());
            if (!isToTheHost(head)) {
                browser.getOutputStream()
                        .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            try (Socket upstream = new Socket(proxy.host(), proxy.port())) {
                open.add(upstream);
                upstream.getOutputStream().write(authorized(head).getBytes(StandardCharsets.ISO_8859_1));
                Thread answers = Thread.ofVirtual().start(() -> pass(upstream, browser));
                pass(browser, upstream);
                answers.join();
                open.remove(upstream);
            }
        } catch (IOException e) {
            // The browser sees a closed connection, and tells why its page is not there.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(browser);
        }
    }

    private boolean isToTheHost(String head) {
        Matcher request = REQUEST.matcher(head.lines().findFirst().orElse(""));
        return request.matches()
                && host.equalsIgnoreCase(request.group(request.group("tunnel") == null ? "plain" : "tunnel"));
    }

    /** A plain request is the connection's only one, so that each has the credentials. */
    private String authorized(String head) {
        String lines = head.replaceAll("(?im)^(Proxy-)?(Connection|Authorization):.*\r\n", "");
        String own = (head.startsWith("CONNECT ") ? "" : "Connection: close\r\n")
                + proxy.authorization()
                        .map(value -> "Proxy-Authorization: " + value + "\r\n")
                        .orElse("");
        return lines.substring(0, lines.length() - 2) + own + "\r\n";
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0D0A0D0A) {
            int next = in.read();
            if (next < 0 || head.size() == LARGEST_HEAD) {
                throw new IOException("no whole request");
            }
            head.write(next);
            last = last << 8 | next;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // One end is gone; so is the connection.
        }
    }

    @Override
    public void close() {
        close(server);
        open.forEach(ProxyRelay::close);
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
