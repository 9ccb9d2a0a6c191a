package dev.exdate.doctor;

/**
 * The result of one check.
 *
 * @param finding the state, or what is wrong
 * @param remedy what to do about it; empty only if nothing is
 * @param runEndsWith the exit code of a run that meets this: 4 if it is one only with {@code --strict}, 0 if the run
 *     ends well
 */
public record Diagnosis(State state, String thing, String finding, String remedy, int runEndsWith) {
    /** How it is. */
    public enum State {
        WELL("✅", "ok"),
        /** Nothing is wrong, but something could be done. */
        NOTE("ℹ️ ", "note"),
        /** The run works, but something is left out. */
        LESS("⚠️ ", "warning"),
        /** The run does not work, or part of it never will. */
        BROKEN("❌", "error");

        private final String mark;
        private final String id;

        State(String mark, String id) {
            this.mark = mark;
            this.id = id;
        }

        /** For programs. */
        public String id() {
            return id;
        }
    }

    static Diagnosis well(String thing, String finding) {
        return new Diagnosis(State.WELL, thing, finding, "", 0);
    }

    static Diagnosis note(String thing, String finding, String remedy) {
        return new Diagnosis(State.NOTE, thing, finding, remedy, 0);
    }

    static Diagnosis less(String thing, String finding, String remedy) {
        return new Diagnosis(State.LESS, thing, finding, remedy, 0);
    }

    static Diagnosis broken(String thing, String finding, String remedy) {
        return new Diagnosis(State.BROKEN, thing, finding, remedy, 0);
    }

    /** From a message that names the remedy behind a semicolon. */
    static Diagnosis broken(String thing, String message) {
        int end = message.indexOf("; ");
        return end < 0
                ? broken(thing, message, "correct this setting")
                : broken(thing, message.substring(0, end), message.substring(end + 2));
    }

    /** The same with what becomes of a run. */
    public Diagnosis ending(int exitCode) {
        return new Diagnosis(state, thing, finding, remedy, exitCode);
    }

    public String line() {
        return "%s %-14s %s%s".formatted(state.mark, thing, finding, remedy.isEmpty() ? "" : " → " + remedy);
    }
}
