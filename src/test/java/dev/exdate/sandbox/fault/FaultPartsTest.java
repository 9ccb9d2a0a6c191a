package dev.exdate.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultPartsTest {
    @Test
    void kindsOfDisagreementEndWithTheNextFault() {
        FaultParts parts =
                FaultParts.of("yahoo=status:503@10%, disagree=doubled:20, phantom; nasdaq=hang\n# no\ncboe=html x3");

        assertThat(parts.disagreement()).isEqualTo("doubled:20,phantom");
        assertThat(parts.faults()).containsExactly("yahoo=status:503@10%", "nasdaq=hang", "cboe=html x3");
    }

    @Test
    void withoutTheWordTheSourcesAgree() {
        assertThat(FaultParts.of("yahoo=reset").disagreement()).isEmpty();
        assertThat(FaultParts.of("").faults()).isEmpty();
    }
}
