package dev.exdate.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * libpq's file of passwords: {@code host:port:database:user:password} lines, {@code *} for any, a backslash before a
 * colon or a backslash. The first line that fits counts.
 *
 * @param named whether PGPASSFILE names it, so that it has to be there
 */
record PasswordFile(Path file, boolean named) {
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    /** {@code ~/.pgpass} where none is named. */
    static PasswordFile of(Optional<String> named, Path folder, Path home) {
        return new PasswordFile(named.map(folder::resolve).orElse(home.resolve(".pgpass")), named.isPresent());
    }

    /** @throws InvalidSetting when the file is named and missing, or when others could read the password */
    Optional<Secret> password(DatabaseAddress address) {
        if (!named && !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> wanted =
                List.of(address.host(), Integer.toString(address.port()), address.database(), address.user());
        try {
            Optional<Secret> password = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(PasswordFile::fields)
                    .filter(fields -> fields.size() == 5 && fits(fields, wanted))
                    .findFirst()
                    .map(fields -> new Secret(unescaped(fields.getLast())));
            if (password.isPresent() && othersMayOpen()) {
                throw new InvalidSetting("the password file " + file + " is open to others; run: chmod 600 " + file);
            }
            return password;
        } catch (IOException e) {
            if (!named) {
                return Optional.empty();
            }
            throw new InvalidSetting("PGPASSFILE: " + file + " can't be read: " + FileFailure.reason(e));
        }
    }

    private boolean othersMayOpen() throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
    }

    /** A password may have colons in it, since it comes last. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < line.length() && fields.size() < 4; i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == ':') {
                fields.add(line.substring(start, i));
                start = i + 1;
            }
        }
        fields.add(line.substring(start));
        return fields;
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !unescaped(fields.get(i)).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String unescaped(String field) {
        return field.replaceAll("\\\\(.)", "$1");
    }
}
