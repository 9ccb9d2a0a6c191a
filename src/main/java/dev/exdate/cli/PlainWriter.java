package dev.exdate.cli;

import dev.exdate.settings.ControlCharacters;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** Prints stored text without characters that control the terminal. */
final class PlainWriter extends FilterWriter {
    private PlainWriter(Writer out) {
        super(out);
    }

    static PrintWriter on(PrintWriter out) {
        return new PrintWriter(new PlainWriter(out), true);
    }

    @Override
    public void write(int sign) throws IOException {
        out.write(ControlCharacters.seen(Character.toString(sign)));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        out.write(ControlCharacters.seen(new String(text, from, length)));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(ControlCharacters.seen(text.substring(from, from + length)));
    }
}
