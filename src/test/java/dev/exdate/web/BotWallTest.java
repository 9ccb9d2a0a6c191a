package dev.exdate.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BotWallTest {
    private static final String HTML = "text/html; charset=UTF-8";

    private static Payload payload(int status, String type, String body) {
        return new Payload(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> walls() {
        return Stream.of(
                Arguments.of("Cloudflare", payload(403, HTML, """
                        <!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>
                        <meta http-equiv="refresh" content="360"></head><body><div class="main-wrapper" role="main">
                        <noscript>Enable JavaScript and cookies to continue</noscript></div>
                        <script>(function(){window._cf_chl_opt = {cvId: '3',cZone: "example.com"};}());</script>
                        </body></html>""")),
                Arguments.of(
                        "Cloudflare",
                        payload(
                                503,
                                HTML,
                                "<html><head><title>Just a moment...</title></head><body>"
                                        + "<div class=\"cf-browser-verification cf-im-under-attack\"></div></body></html>")),
                Arguments.of(
                        "Cloudflare",
                        payload(
                                403,
                                HTML,
                                "<html><head><title>Attention Required! | Cloudflare</title></head>"
                                        + "<body><h1>Sorry, you have been blocked</h1></body></html>")),
                Arguments.of("Akamai", payload(403, "text/html", """
                        <HTML><HEAD>
                        <TITLE>Access Denied</TITLE>
                        </HEAD><BODY>
                        <H1>Access Denied</H1>

                        You don't have permission to access "http&#58;&#47;&#47;www&#46;example&#46;com&#47;" on this server.<P>
                        Reference&#32;&#35;18&#46;e834768&#46;1638849804&#46;2c1382d
                        </BODY>
                        </HTML>""")),
                Arguments.of(
                        "Akamai",
                        payload(
                                200,
                                HTML,
                                "<html><body><div id=\"sec-if-cpt-container\"></div>"
                                        + "<p>Powered and protected by Akamai</p></body></html>")),
                Arguments.of("DataDome", payload(403, HTML, """
                        <html lang="en"><head><title>example.com</title></head><body>
                        <p id="cmsg">Please enable JS and disable any ad blocker</p>
                        <script>var dd={'rt':'c','cid':'AHrlqAAAAAMA','hsh':'0B2C','host':'geo.captcha-delivery.com'}</script>
                        <script src="https://ct.captcha-delivery.com/c.js"></script></body></html>""")),
                Arguments.of(
                        "DataDome",
                        payload(
                                403,
                                "application/json",
                                "{\"url\":\"https://geo.captcha-delivery.com/captcha/?initialCid=AHrl&hash=0B2C\"}")),
                Arguments.of("Imperva", payload(200, HTML, """
                        <html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head>
                        <body style="margin:0px;height:100%"><iframe id="main-iframe"
                        src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=9-1-0" frameborder=0>Request unsuccessful.
                        Incapsula incident ID: 513000810-57</iframe></body></html>""")),
                Arguments.of("PerimeterX", payload(403, HTML, """
                        <!DOCTYPE html><html lang="en"><head><title>Access to this page has been denied</title>
                        <script>window._pxAppId = 'PXu6b0qd2S';</script></head><body>
                        <h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1>
                        <div id="px-captcha"></div></body></html>""")),
                Arguments.of(
                        "PerimeterX",
                        payload(
                                403,
                                "application/json; charset=utf-8",
                                "{\"appId\":\"PXu6b0qd2S\",\"jsClientSrc\":\"/px/main.min.js\","
                                        + "\"blockScript\":\"/px/captcha.js\"}")),
                Arguments.of(
                        "AWS WAF",
                        payload(
                                202,
                                HTML,
                                "<html><head><script>window.awsWafCookieDomainList = [];</script>"
                                        + "<script src=\"https://x.token.awswaf.com/challenge.js\"></script></head></html>")));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void theGuardIsNamed(String vendor, Payload payload) {
        assertThat(BotWall.of(payload).map(BotWall::vendor)).contains(vendor);
    }

    /** What guards add to ordinary pages, ordinary errors, and answers that speak of guards. */
    static Stream<Payload> answers() {
        return Stream.of(
                payload(
                        200,
                        HTML,
                        "<html><head><title>Funds</title></head><body><table></table>"
                                + "<script src=\"/cdn-cgi/challenge-platform/scripts/jsd/main.js\"></script></body></html>"),
                payload(
                        200,
                        HTML,
                        "<html><body><p>Dividends</p>"
                                + "<script src=\"/_Incapsula_Resource?SWJIYLWA=719d34d3&ns=1\"></script></body></html>"),
                payload(
                        200,
                        HTML,
                        "<html><body><script src=\"https://js.datadome.co/tags.js\"></script></body></html>"),
                payload(200, HTML, "<html><body><script>window._pxAppId = 'PX123';</script>ETFs</body></html>"),
                payload(403, HTML, "<html><head><title>403 Forbidden</title></head><body>nginx</body></html>"),
                payload(403, HTML, "<html><head><title>Access Denied</title></head><body>Log in first.</body></html>"),
                payload(503, HTML, "<html><head><title>503 Service Unavailable</title></head></html>"),
                payload(401, "application/json", "{\"error\":\"Access Denied\"}"),
                payload(429, "text/plain", "Too Many Requests"),
                payload(200, "text/csv", "symbol,name\nJAM,Just a Moment Inc\n"),
                payload(200, HTML, "<title>Just a moment...</title>" + "x".repeat(600_000)),
                payload(
                        200,
                        "application/json",
                        "{\"news\":\"<title>Just a moment...</title>" + "x".repeat(20_000) + "\"}"),
                payload(200, "application/octet-stream", "<title>Just a moment...</title>"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerOfTheSiteIsNone(Payload payload) {
        assertThat(BotWall.of(payload)).isEqualTo(Optional.empty());
    }
}
