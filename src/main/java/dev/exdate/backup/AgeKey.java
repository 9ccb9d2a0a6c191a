package dev.exdate.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import dev.exdate.settings.FileFailure;
import dev.exdate.task.TaskFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;

/** An X25519 secret key in the age format (age-encryption.org/v1). Encrypts to public keys and decrypts. */
final class AgeKey {
    private static final String SECRET = "AGE-SECRET-KEY-1";

    private final List<String> identities;
    private final String recipient;

    private AgeKey(List<String> identities, String recipient) {
        this.identities = List.copyOf(identities);
        this.recipient = recipient;
    }

    /** A new key that is never stored. Encrypting to it as well lets this process read back what it wrote. */
    static AgeKey ephemeral() throws TaskFailed {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new AgeKey(
                    List.of(text(pair.getPrivate().getEncoded())),
                    text(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new TaskFailed("can't create a key to encrypt the backup: " + e.getMessage(), e);
        }
    }

    private static String text(byte[] encoded) {
        return new String(encoded, StandardCharsets.US_ASCII);
    }

    /**
     * Reads a file that age-keygen wrote.
     *
     * @throws TaskFailed if the file has no key; the message does not show its content
     */
    static AgeKey read(Path file) throws TaskFailed {
        try {
            List<String> keys = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith(SECRET))
                    .toList();
            if (keys.isEmpty()) {
                throw new TaskFailed("%s has no line that begins with %s; use the file that age-keygen wrote"
                        .formatted(file, SECRET));
            }
            return new AgeKey(keys, "");
        } catch (IOException e) {
            throw new TaskFailed(
                    "the identity file " + file + " can't be read: " + FileFailure.reason(e)
                            + "; give its path with --identity",
                    e);
        }
    }

    /** The secret itself: for the owner's file only. */
    String identity() {
        return identities.getFirst();
    }

    /** For {@link #encrypting}. */
    String recipient() {
        return recipient;
    }

    /**
     * Encrypts to each of the public keys ({@code age1…}). The output is complete only after close.
     *
     * @throws TaskFailed if one of them is not a public key
     */
    static OutputStream encrypting(FileChannel file, List<String> recipients) throws IOException, TaskFailed {
        List<RecipientStanzaWriter> writers = new ArrayList<>();
        for (String key : recipients) {
            try {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(key));
            } catch (GeneralSecurityException | RuntimeException e) {
                throw new TaskFailed("EXDATE_BACKUP_ENCRYPT_TO has " + key
                        + ", which is not an age public key; one begins with age1 and has 62 characters");
            }
        }
        try {
            WritableByteChannel channel = new StandardEncryptingChannelFactory().newEncryptingChannel(file, writers);
            return Channels.newOutputStream(channel);
        } catch (GeneralSecurityException e) {
            throw new TaskFailed("the backup can't be encrypted: " + e.getMessage(), e);
        }
    }

    /**
     * The decrypted content. Reading fails if the file was changed or is incomplete.
     *
     * @throws TaskFailed if it was not encrypted to this key
     */
    InputStream decrypting(Path file) throws IOException, TaskFailed {
        List<RecipientStanzaReader> readers = new ArrayList<>();
        FileChannel channel = FileChannel.open(file);
        try {
            for (String identity : identities) {
                readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity));
            }
            return Channels.newInputStream(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(channel, readers));
        } catch (GeneralSecurityException | RuntimeException e) {
            channel.close();
            throw new TaskFailed(
                    file
                            + " can't be decrypted with this identity; use the secret key of a public key that it was encrypted to");
        }
    }
}
