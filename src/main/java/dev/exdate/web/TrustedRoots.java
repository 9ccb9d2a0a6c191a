package dev.exdate.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The trusted roots for TLS: the system's, found like OpenSSL does, or the built-in ones if the system has none. Read
 * at the first handshake, so that plain loopback connections never need them. Thread-safe.
 */
final class TrustedRoots extends X509ExtendedTrustManager {
    /** Debian and Alpine; Red Hat; SUSE; the BSDs' and Alpine's short form. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private final Optional<Path> bundle;
    private @Nullable X509ExtendedTrustManager manager;

    /** @param bundle certificates in PEM form; empty for those built in */
    TrustedRoots(Optional<Path> bundle) {
        this.bundle = bundle;
    }

    /** @param environment its {@code SSL_CERT_FILE} is the bundle, as for OpenSSL's programs */
    static TrustedRoots ofTheSystem(Map<String, String> environment) {
        String named = environment.getOrDefault("SSL_CERT_FILE", "");
        return new TrustedRoots(
                named.isBlank() ? BUNDLES.stream().filter(Files::isReadable).findFirst() : Optional.of(Path.of(named)));
    }

    private synchronized X509ExtendedTrustManager manager() throws CertificateException {
        if (manager == null) {
            manager = read();
        }
        return manager;
    }

    private X509ExtendedTrustManager read() throws CertificateException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(bundle.isEmpty() ? null : keyStore(bundle.get()));
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(
                            () -> new CertificateException("this Java runtime has no trust manager for certificates"));
        } catch (IOException | GeneralSecurityException e) {
            throw new CertificateException(
                    "the trusted roots in " + bundle.map(Path::toString).orElse("the program") + " can't be read: "
                            + e.getMessage() + "; set SSL_CERT_FILE to a file with trusted roots",
                    e);
        }
    }

    private static KeyStore keyStore(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int count = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("root" + count++, root);
            }
        }
        if (count == 0) {
            throw new IOException("it has no certificate");
        }
        return store;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        manager().checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        manager().checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        manager().checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("Exdate serves nobody over TLS");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("Exdate serves nobody over TLS");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("Exdate serves nobody over TLS");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
