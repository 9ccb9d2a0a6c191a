package dev.exdate.doctor;

/**
 * The result of one check.
 *
 * @param finding the state, or what is wrong
 * @param remedy what to do about it, empty if nothing is wrong
 */
public record Diagnosis(State state, String thing, String finding, String remedy) {
    /** How it is. */
    public enum State {
        WELL("✅"),
        /** The run works, but something is left out. */
        LESS("⚠️ "),
        /** The run does not work. */
        BROKEN("❌");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }
    }

    static Diagnosis well(String thing, String finding) {
        return new Diagnosis(State.WELL, thing, finding, "");
    }

    static Diagnosis less(String thing, String finding, String remedy) {
        return new Diagnosis(State.LESS, thing, finding, remedy);
    }

    static Diagnosis broken(String thing, String finding, String remedy) {
        return new Diagnosis(State.BROKEN, thing, finding, remedy);
    }

    public String line() {
        return "%s %-14s %s%s".formatted(state.mark, thing, finding, remedy.isEmpty() ? "" : " → " + remedy);
    }
}
