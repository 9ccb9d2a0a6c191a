package dev.exdate.settings;

import java.util.Set;
import java.util.regex.Pattern;

/** Variables of other programs, which look like settings and are none. */
final class ForeignNames {
    /** What the launcher, the scripts of the build and the tests read from the environment, and {@code EXDATE_DEBUG}. */
    private static final Set<String> OF_THE_ENVIRONMENT = Set.of(
            "EXDATE_BUILDAH_OPTIONS",
            "EXDATE_DEBUG",
            "EXDATE_IMAGE_BUILDER",
            "EXDATE_JAVA_OPTIONS",
            "EXDATE_PROGRAM",
            "EXDATE_SAMPLES",
            "EXDATE_SEED");

    /** What Kubernetes and linked containers set for a service that is called {@code exdate} or {@code exdate-db}. */
    private static final Pattern SERVICE = Pattern.compile(
            "EXDATE_(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    /** Of libpq, the PostgreSQL server, and programs that know proxies. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "ALL_PROXY",
            "FTP_PROXY",
            "GOPROXY",
            "PGAPPNAME",
            "PGBIN",
            "PGCHANNELBINDING",
            "PGCLIENTENCODING",
            "PGDATA",
            "PGDATESTYLE",
            "PGGEQO",
            "PGGSSDELEGATION",
            "PGGSSENCMODE",
            "PGGSSLIB",
            "PGHOME",
            "PGHOSTADDR",
            "PGKRBSRVNAME",
            "PGLOADBALANCEHOSTS",
            "PGLOCALEDIR",
            "PGMAXPROTOCOLVERSION",
            "PGMINPROTOCOLVERSION",
            "PGREALM",
            "PGREQUIREAUTH",
            "PGREQUIREPEER",
            "PGREQUIRESSL",
            "PGROOT",
            "PGSERVICE",
            "PGSERVICEFILE",
            "PGSSLCERTMODE",
            "PGSSLCOMPRESSION",
            "PGSSLCRL",
            "PGSSLCRLDIR",
            "PGSSLMAXPROTOCOLVERSION",
            "PGSSLMINPROTOCOLVERSION",
            "PGSSLNEGOTIATION",
            "PGSSLSNI",
            "PGSYSCONFDIR",
            "PGTARGETSESSIONATTRS",
            "PGTTY",
            "PGTZ",
            "PGUSERNAME",
            "RSYNC_PROXY",
            "SOCKS_PROXY");

    private ForeignNames() {}

    /** Whether the program itself, its launcher or its tests read it, from the environment alone. */
    static boolean isOfTheEnvironment(String name) {
        return OF_THE_ENVIRONMENT.contains(name);
    }

    static boolean isOfAService(String name) {
        return SERVICE.matcher(name).matches();
    }

    static boolean isWellKnown(String name) {
        return WELL_KNOWN.contains(name);
    }
}
