package dev.exdate.web;

import dev.exdate.format.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page that a site's guard sends to programs instead of the answer. The markers are those of the page itself: the
 * scripts that guards add to ordinary pages too ({@code /cdn-cgi/challenge-platform/scripts/jsd}, {@code
 * _Incapsula_Resource?SWJIYLWA}, {@code js.datadome.co/tags.js}) say nothing.
 */
public enum BotWall {
    CLOUDFLARE(
            "Cloudflare",
            all("<title>Just a moment..."),
            all("_cf_chl_opt"),
            all("cf-browser-verification"),
            all("<title>Attention Required! | Cloudflare")),
    AKAMAI(
            "Akamai",
            all("<title>Access Denied</title>", "You don't have permission to access", "Reference&#32;&#35;"),
            all("<title>Access Denied</title>", "errors.edgesuite.net"),
            all("<title>Access Denied</title>", "Reference #"),
            all("sec-if-cpt-container"),
            all("bm-verify=", "/_sec/verify")),
    DATADOME("DataDome", all("captcha-delivery.com/captcha"), all("captcha-delivery.com/c.js"), all("var dd={'rt':")),
    IMPERVA("Imperva", all("Incapsula incident ID"), all("_Incapsula_Resource?SWUDNSAI")),
    PERIMETERX(
            "PerimeterX",
            all("id=\"px-captcha\""),
            all("px-captcha", "Press &amp; Hold"),
            all("px-captcha", "Press & Hold"),
            all("\"blockScript\":", "\"appId\":\"PX")),
    AWS("AWS WAF", all("awsWafCookieDomainList", "challenge.js"));

    /** Guards' pages are small; what is larger is an answer, whatever it quotes. */
    private static final int LARGEST = 512 * 1024;

    /** Of JSON, a guard sends an address or two; searching a large answer for markers finds nothing. */
    private static final int LARGEST_JSON = 16 * 1024;

    private static final Pattern READABLE = Pattern.compile("(?i)text/.*|application/(?:json|xhtml).*|");
    private static final Pattern JSON = Pattern.compile("(?i)application/json.*");

    private final String vendor;
    private final List<List<String>> markers;

    @SafeVarargs
    BotWall(String vendor, List<String>... markers) {
        this.vendor = vendor;
        this.markers = List.of(markers);
    }

    private static List<String> all(String... markers) {
        return Arrays.stream(markers).map(BotWall::folded).toList();
    }

    /** The guard whose page this is; empty for an answer of the site itself, whatever its status. */
    public static Optional<BotWall> of(Payload payload) {
        String type = payload.contentType().strip();
        int largest = JSON.matcher(type).matches() ? LARGEST_JSON : LARGEST;
        return payload.body().length > largest || !READABLE.matcher(type).matches()
                ? Optional.empty()
                : in(new String(payload.body(), StandardCharsets.UTF_8));
    }

    /** The same of a page as a browser has it. */
    static Optional<BotWall> in(String page) {
        String text = folded(page);
        return Arrays.stream(values())
                .filter(wall ->
                        wall.markers.stream().anyMatch(all -> all.stream().allMatch(text::contains)))
                .findFirst();
    }

    /** Guards spell their own pages in either case. */
    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The guard's maker, for a person. */
    public String vendor() {
        return vendor;
    }
}
