package dev.exdate.sandbox.site.nasdaqtrader;

import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.settings.SourceId;
import dev.exdate.source.nasdaqtrader.NasdaqTraderSource;

/** The symbol directory's files; a wrong path gives a page with status 200. */
public final class NasdaqTraderSite implements Site {
    private static final String FOLDER = "/dynamic/SymDir/";

    private final SymbolDirectoryText files;

    public NasdaqTraderSite(Market market) {
        this.files = new SymbolDirectoryText(market);
    }

    @Override
    public SourceId source() {
        return NasdaqTraderSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/dynamic/");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        return switch (request.path()) {
            case FOLDER + "nasdaqlisted.txt" ->
                SandboxAnswer.of(200, "text/plain", files.nasdaqListed()).file();
            case FOLDER + "otherlisted.txt" ->
                SandboxAnswer.of(200, "text/plain", files.otherListed()).file();
            case FOLDER + "nasdaqtraded.txt" ->
                SandboxAnswer.of(200, "text/plain", files.nasdaqTraded()).file();
            default -> SandboxAnswer.html(SymbolDirectoryText.notAvailable());
        };
    }
}
