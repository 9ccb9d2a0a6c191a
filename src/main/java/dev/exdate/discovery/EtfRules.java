package dev.exdate.discovery;

import static dev.exdate.discovery.EtfRule.BY_INDEX;
import static dev.exdate.discovery.EtfRule.EQUAL_WEIGHT;

import java.util.List;

/**
 * The rules in order; the first match wins. A fund's construction comes first (options, leverage, buffers, weighting),
 * then what it holds (bonds, commodities, crypto), then region, theme, sector, factor and index. Words match as whole
 * words. The texts of strategy and related stock are those of the predecessor's 65 rules, because readers filter by
 * them; only {@code Covered Call} is new.
 */
final class EtfRules {
    /** Raised with every change of the rules; rows classified by an older version are checked again. */
    static final int VERSION = 1;

    private static final String BOND_WORDS =
            "(?:term|duration|maturity|dated|treasur\\w*|bonds?|municipals?|muni|corporates?|income|intermediate|tips|government|govt|tax)";

    private EtfRules() {}

    static List<EtfRule> all() {
        return List.of(
                EtfRule.of(
                        101,
                        "\\b(?:covered[\\s-]?calls?|buy[\\s-]?write|call[\\s-]?write|option income|options income"
                                + "|premium income|equity premium|option strategy income)\\b",
                        "Covered Call",
                        BY_INDEX),
                EtfRule.of(111, "\\b(?:3x|ultra\\s?pro|triple)\\b", "Leveraged - 3x", BY_INDEX),
                EtfRule.of(
                        112,
                        "\\b(?:2x|double|ultrashort|ultra(?![\\s-]*short[\\s-]*" + BOND_WORDS + "))\\b"
                                + "(?!.*\\bbuffer)",
                        "Leveraged - 2x",
                        BY_INDEX),
                EtfRule.of(113, "\\bleveraged\\b", "Leveraged", BY_INDEX),
                EtfRule.of(
                        114,
                        "\\b(?:inverse|bear)\\b|\\bshort\\b(?![\\s-]*" + BOND_WORDS + "\\b)(?<!ultra[\\s-]short)",
                        "Inverse/Short",
                        BY_INDEX),
                EtfRule.of(
                        121,
                        "\\b(?:buffer(?:ed)?|defined outcome|target income)\\b",
                        "Buffered/Defined Outcome",
                        "SPY"),
                EtfRule.of(122, "\\bequal[\\s-]?weight(?:ed)?\\b", "Equal Weight", EQUAL_WEIGHT),
                EtfRule.of(
                        201,
                        "\\b(?:tips|inflation[\\s-](?:linked|protected))\\b",
                        "Bonds - Inflation Protected",
                        "TIP"),
                EtfRule.of(
                        202,
                        "\\btreasur(?:y|ies)\\b.*(?:\\bshort|\\b[01][\\s-]+[123]\\b)"
                                + "|(?:\\bshort|\\b[01][\\s-]+[123]\\b).*\\btreasur(?:y|ies)\\b",
                        "Bonds - Short-Term Treasury",
                        "SHY"),
                EtfRule.of(
                        203,
                        "\\btreasur(?:y|ies)\\b.*(?:\\bintermediate|\\b[37][\\s-]+(?:7|10)\\b)"
                                + "|(?:\\bintermediate|\\b[37][\\s-]+(?:7|10)\\b).*\\btreasur(?:y|ies)\\b",
                        "Bonds - Intermediate Treasury",
                        "IEF"),
                EtfRule.of(
                        204,
                        "\\btreasur(?:y|ies)\\b.*(?:\\blong|20\\+|\\b20\\s*year)"
                                + "|(?:\\blong|20\\+|\\b20\\s*year).*\\btreasur(?:y|ies)\\b",
                        "Bonds - Long-Term Treasury",
                        "TLT"),
                EtfRule.of(205, "\\btreasur(?:y|ies)\\b", "Bonds - Treasury", "IEF"),
                EtfRule.of(206, "\\bmunicipals?\\b|\\bmuni\\b", "Bonds - Municipal", "MUB"),
                EtfRule.of(
                        207,
                        "\\bhigh[\\s-]yield\\b(?!.*\\b(?:dividend|equity|equities|stocks?)\\b)|\\bjunk bonds?\\b",
                        "Bonds - High Yield",
                        "HYG"),
                EtfRule.of(
                        208,
                        "\\bcorporate bonds?\\b|\\binvestment[\\s-]grade\\b|\\b(?:short|intermediate|long)[\\s-]term corporate\\b",
                        "Bonds - Corporate",
                        "LQD"),
                EtfRule.of(209, "\\bbonds?\\b|\\bfixed income\\b", "Bonds - Aggregate", "AGG"),
                EtfRule.of(301, "\\bprecious metals?\\b", "Commodity - Precious Metals", "Multiple (Precious Metals)"),
                EtfRule.of(302, "\\bgold\\b", "Commodity - Precious Metals", "GLD"),
                EtfRule.of(303, "\\bsilver\\b", "Commodity - Precious Metals", "SLV"),
                EtfRule.of(311, "\\b(?:bitcoin|btc)\\b", "Crypto - Bitcoin", "BTC"),
                EtfRule.of(312, "\\b(?:ethereum|ether)\\b", "Crypto - Ethereum", "ETH"),
                EtfRule.of(313, "\\bblockchain\\b|\\bcrypto\\w*", "Crypto - Blockchain", "Multiple (Blockchain)"),
                EtfRule.of(
                        401,
                        "\\beafe\\b|\\bdeveloped markets?\\b|\\binternational developed\\b",
                        "International Developed",
                        "EFA"),
                EtfRule.of(402, "\\b(?:china|chinese)\\b", "Geographic - China", "FXI"),
                EtfRule.of(403, "\\bemerging markets?\\b", "Emerging Markets", "EEM"),
                EtfRule.of(404, "\\b(?:europe|european|euro stoxx)\\b", "Geographic - Europe", "VGK"),
                EtfRule.of(405, "\\b(?:japan|japanese|nikkei)\\b", "Geographic - Japan", "EWJ"),
                EtfRule.of(
                        406,
                        "\\b(?:asia|asian|pacific|korea|india)\\b",
                        "Geographic - Asia Pacific",
                        "Multiple (Asia)"),
                EtfRule.of(407, "\\b(?:canada|canadian|tsx)\\b(?!.*\\bbank)", "Geographic - Canada", "EWC"),
                EtfRule.of(
                        408,
                        "\\b(?:latin america|brazil|mexico|colombia)\\b",
                        "Geographic - Latin America",
                        "Multiple (LatAm)"),
                EtfRule.of(
                        409,
                        "\\b(?:middle east|israel|saudi)\\b",
                        "Geographic - Middle East",
                        "Multiple (Middle East)"),
                EtfRule.of(
                        501,
                        "\\b(?:clean energy|renewables?|solar|wind|climate)\\b",
                        "Thematic - Clean Energy",
                        "ICLN"),
                EtfRule.of(
                        502, "\\b(?:artificial intelligence|ai|machine learning)\\b", "Thematic - AI", "Multiple (AI)"),
                EtfRule.of(503, "\\brobot\\w*|\\bautomation\\b", "Thematic - Robotics", "ROBO"),
                EtfRule.of(504, "\\b(?:cloud|saas)\\b", "Thematic - Cloud Computing", "SKYY"),
                EtfRule.of(505, "\\bcyber\\w*|\\bsecurity\\b", "Thematic - Cybersecurity", "HACK"),
                EtfRule.of(506, "\\b(?:electric vehicles?|autonomous)\\b", "Thematic - Electric Vehicles", "DRIV"),
                EtfRule.of(
                        507, "\\b(?:metaverse|gaming|esports)\\b", "Thematic - Metaverse/Gaming", "Multiple (Gaming)"),
                EtfRule.of(
                        511,
                        "\\bsemiconductors?\\b|\\bchips?\\b(?<!blue[\\s-]chips?)",
                        "Industry - Semiconductors",
                        "SMH"),
                EtfRule.of(512, "\\bbiotech\\w*|\\bgenomics?\\b", "Industry - Biotechnology", "IBB"),
                EtfRule.of(513, "\\b(?:aerospace|defense)\\b", "Industry - Aerospace & Defense", "ITA"),
                EtfRule.of(
                        521, "\\b(?:tech|technology|information technology|software)\\b", "Sector - Technology", "XLK"),
                EtfRule.of(522, "\\bhealth\\w*|\\bmedical\\b|\\bpharma\\w*", "Sector - Healthcare", "XLV"),
                EtfRule.of(523, "\\bfinancials?\\b|\\bbank(?:s|ing)?\\b|\\binsurance\\b", "Sector - Financials", "XLF"),
                EtfRule.of(524, "\\b(?:energy|oil|gas|petroleum)\\b(?!.*\\bstorage\\b)", "Sector - Energy", "XLE"),
                EtfRule.of(525, "\\bconsumer (?:discretionary|cyclical)\\b", "Sector - Consumer Discretionary", "XLY"),
                EtfRule.of(526, "\\bconsumer (?:staples|defensive)\\b", "Sector - Consumer Staples", "XLP"),
                EtfRule.of(527, "\\bconsumer\\b", "Sector - Consumer", "XLY"),
                EtfRule.of(528, "\\b(?:real estate|reits?|property)\\b", "Sector - Real Estate", "XLRE"),
                EtfRule.of(529, "\\butilit(?:y|ies)\\b", "Sector - Utilities", "XLU"),
                EtfRule.of(530, "\\bindustrials?\\b(?! average)|\\bmanufacturing\\b", "Sector - Industrials", "XLI"),
                EtfRule.of(531, "\\b(?:materials?|mining|metals?)\\b(?!.*\\brare earth)", "Sector - Materials", "XLB"),
                EtfRule.of(
                        532,
                        "\\bcommunications?\\b|\\bmedia\\b|\\btelecom\\w*",
                        "Sector - Communication Services",
                        "XLC"),
                EtfRule.of(601, "\\bmulti[\\s-]?factor\\b", "Factor - Multi-Factor", "Multiple (Factors)"),
                EtfRule.of(602, "\\b(?:low|minimum) volatility\\b", "Factor - Low Volatility", "USMV"),
                EtfRule.of(603, "\\b(?:esg|sustainable|responsible)\\b", "Thematic - ESG", "Multiple (ESG)"),
                EtfRule.of(604, "\\bgrowth\\b(?!.*\\bdividend)", "Factor - Growth", "IWF"),
                EtfRule.of(605, "\\bvalue\\b", "Factor - Value", "IWD"),
                EtfRule.of(606, "\\bdividends?\\b|\\bincome\\b", "Factor - Dividend", "VYM"),
                EtfRule.of(607, "\\bmomentum\\b", "Factor - Momentum", "MTUM"),
                EtfRule.of(608, "\\bquality\\b", "Factor - Quality", "QUAL"),
                EtfRule.of(701, "\\bs&p\\s*500\\b", "Broad Market Index", "SPY"),
                EtfRule.of(702, "\\bnasdaq[\\s-]?100\\b", "Tech-Heavy Index", "QQQ"),
                EtfRule.of(703, "\\brussell\\s*2000\\b", "Small Cap Index", "IWM"),
                EtfRule.of(704, "\\b(?:dow jones|dow\\s*30|djia)\\b", "Blue Chip Index", "DIA"),
                EtfRule.of(705, "\\btotal (?:stock )?market\\b|\\btotal stock\\b", "Total Market", "VTI"),
                EtfRule.of(901, "\\b(?:etf|fund)\\b", "Other ETF", "Multiple"));
    }
}
