package dev.exdate.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Describes file system errors; the exceptions' own messages are often only the path. */
public final class FileFailure {
    private FileFailure() {}

    /** {@code permission denied}, without the path; otherwise the exception's own message. */
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException ignored -> "permission denied";
            case NoSuchFileException ignored -> "no such file or folder";
            case FileAlreadyExistsException ignored -> "a file with that name exists";
            case NotDirectoryException ignored -> "it is not a folder";
            case DirectoryNotEmptyException ignored -> "the folder is not empty";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> e.getMessage() == null ? "input or output failed" : e.getMessage();
        };
    }
}
