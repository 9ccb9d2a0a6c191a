package dev.exdate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.sandbox.market.TinyMarket;
import dev.exdate.sandbox.site.Site;
import dev.exdate.source.Sources;
import org.junit.jupiter.api.Test;

class SitesTest {
    @Test
    void everySourceHasItsSite() {
        assertThat(Sites.all(source -> new TinyMarket()))
                .extracting(Site::source)
                .as("the sites of the sandbox")
                .containsExactlyInAnyOrderElementsOf(Sources.ids());
    }
}
