package dev.exdate.sandbox.site;

/** Text for the inside of a page. */
public final class Html {
    private Html() {}

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A page with a typical site's frame around the content. */
    public static String page(String title, String head, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en-US">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                %s
                </head>
                <body>
                <header><nav><a href="/">Home</a> <a href="/about/">About</a></nav></header>
                <main>
                %s
                </main>
                <footer><p>For information only.</p></footer>
                </body>
                </html>
                """.formatted(escaped(title), head, body);
    }
}
