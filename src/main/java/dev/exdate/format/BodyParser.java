package dev.exdate.format;

/** A parser for a source that says no more about an error than its status: only the body of a good answer is read. */
@SuppressWarnings("FunctionalInterfaceMethodChanged") // nobody makes one of a lambda: each is a class
public interface BodyParser<R> extends Parser<R> {
    /** Of an answer whose status is no error. */
    Answer<R> parseBody(Payload payload);

    @Override
    default Answer<R> parse(Payload payload) {
        return StatusCode.<R>refusal(payload).orElseGet(() -> parseBody(payload));
    }
}
