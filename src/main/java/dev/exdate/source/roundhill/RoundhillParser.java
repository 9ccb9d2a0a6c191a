package dev.exdate.source.roundhill;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.source.issuer.IssuerPosition;
import dev.exdate.source.issuer.TidalParser;
import java.util.Locale;

/** Roundhill's file of all its funds, in the layout of {@link TidalParser}. A day without one answers 200 with a page of the site. */
public final class RoundhillParser implements Parser<IssuerPosition> {
    private final TidalParser file = new TidalParser();

    @Override
    public Answer<IssuerPosition> parse(Payload payload) {
        return payload.status() == 200 && isOwnPage(payload.text())
                ? Answer.failed(Failure.NOT_FOUND, "a web page instead of the file")
                : file.parse(payload);
    }

    /** A bot wall does not name the issuer. */
    private static boolean isOwnPage(String text) {
        return text.stripLeading().startsWith("<")
                && text.toLowerCase(Locale.ROOT).contains("roundhill");
    }
}
