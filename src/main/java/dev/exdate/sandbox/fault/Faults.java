package dev.exdate.sandbox.fault;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.settings.SourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses the faults of a request by the seed, the address and the number of earlier requests to it, so that the same
 * requests get the same faults in any order.
 */
public final class Faults {
    private static final int PARTS = 100_000;

    private final List<Fault> faults;
    private final String disagreement;
    private final long seed;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Map<Fault, Integer> struck = new ConcurrentHashMap<>();

    private Faults(String text, long seed) {
        FaultParts parts = FaultParts.of(text);
        this.faults = parts.faults().stream().map(FaultText::fault).toList();
        this.disagreement = parts.disagreement();
        this.seed = seed;
    }

    /**
     * From a file or an expression; blank for none.
     *
     * @throws IllegalArgumentException with the invalid part
     */
    public static Faults of(String fileOrExpression, long seed) throws IOException {
        if (fileOrExpression.isBlank() || fileOrExpression.contains("=")) {
            return new Faults(fileOrExpression, seed);
        }
        Path file = Path.of(fileOrExpression);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("neither a file of faults nor a fault: \"" + fileOrExpression
                    + "\"; a fault looks like yahoo=status:503@10%");
        }
        return new Faults(Files.readString(file), seed);
    }

    /** How the sources disagree, as written; empty if nothing says so. */
    public String disagreement() {
        return disagreement;
    }

    /** All faults of this request: any number of delays, and at most one other at the end. */
    public List<Fault> striking(SourceId source, String address) {
        List<Fault> striking = new ArrayList<>();
        if (faults.isEmpty()) {
            return striking;
        }
        int number = asked.merge(address, 1, Integer::sum);
        for (Fault fault : faults) {
            if (fault.concerns(source, address) && strikes(fault, address, number)) {
                striking.add(fault);
                if (fault.kind() != FaultKind.DELAY) {
                    break;
                }
            }
        }
        return striking;
    }

    private boolean strikes(Fault fault, String address, int number) {
        boolean chosen = fault.share() >= 100
                || Chance.of(PARTS, seed, fault.text(), number, address) < fault.share() / 100 * PARTS;
        return chosen && struck.merge(fault, 1, Integer::sum) <= fault.first();
    }
}
