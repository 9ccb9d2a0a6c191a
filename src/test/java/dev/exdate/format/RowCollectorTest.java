package dev.exdate.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowCollectorTest {
    private static Answer<String> read(int good, int bad) {
        RowCollector<String> rows = new RowCollector<>();
        for (int i = 0; i < good; i++) {
            rows.add(() -> "row");
        }
        for (int i = 0; i < bad; i++) {
            String cell = "x" + i;
            rows.add(() -> {
                throw new UnreadableCell("amount", cell);
            });
        }
        return rows.answer("dividends");
    }

    @Test
    void whatIsLeftOutIsCountedAndNamed() {
        assertThat(read(20, 0).leftOut()).isEmpty();
        Answer<String> answer = read(90, 10);
        assertThat(answer.rowsOrEmpty()).hasSize(90);
        LeftOut out = answer.leftOut().orElseThrow();
        assertThat(out.words())
                .startsWith("10 of 100 dividends can't be read; the first: ")
                .contains("x0");
        assertThat(out.isMuch()).isFalse();
        assertThat(Answers.mapEach(answer, String::length).leftOut()).hasValue(out);
    }

    @Test
    void aboveOneInTenTheListIsNotRead() {
        assertThat(read(89, 11)).isInstanceOf(Answer.Failed.class);
        assertThat(read(0, 1)).isInstanceOf(Answer.Failed.class);
    }

    /** Its good rows are not lost, but the page is asked for again. */
    @Test
    void oneRowOfAShortListIsMuch() {
        Answer<String> answer = read(1, 1);
        assertThat(answer.rowsOrEmpty()).containsExactly("row");
        assertThat(answer.leftOut().orElseThrow().isMuch()).isTrue();
    }
}
