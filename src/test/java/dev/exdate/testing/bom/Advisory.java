package dev.exdate.testing.bom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Optional;

/** A known vulnerability in OSV's format (schema 1.6): what it is in, from which version to which. */
public record Advisory(JsonNode json) {
    /** {@code GHSA-…: summary} where the component has it. */
    public Optional<String> about(Component component) {
        if (json.hasNonNull("withdrawn")) {
            return Optional.empty();
        }
        for (JsonNode affected : json.path("affected")) {
            if (isFor(affected.path("package"), component) && holds(affected, component)) {
                String text = json.path("summary").asText(json.path("details").asText(""));
                return Optional.of(component + ": " + json.path("id").asText() + aliases() + " "
                        + text.lines().findFirst().orElse(""));
            }
        }
        return Optional.empty();
    }

    private String aliases() {
        StringBuilder aliases = new StringBuilder();
        json.path("aliases").forEach(alias -> aliases.append(" ").append(alias.asText()));
        return aliases.isEmpty() ? "" : " (" + aliases.toString().strip() + ")";
    }

    /** An advisory for Debian without a release is for all of them. */
    private static boolean isFor(JsonNode named, Component component) {
        String ecosystem = named.path("ecosystem").asText();
        boolean sameEcosystem =
                ecosystem.equals(component.ecosystem()) || component.ecosystem().startsWith(ecosystem + ":");
        return sameEcosystem && named.path("name").asText().equals(component.name());
    }

    private static boolean holds(JsonNode affected, Component component) {
        for (JsonNode version : affected.path("versions")) {
            if (version.asText().equals(component.version())) {
                return true;
            }
        }
        for (JsonNode range : affected.path("ranges")) {
            if (!range.path("type").asText().equals("GIT") && within(range.path("events"), component)) {
                return true;
            }
        }
        return false;
    }

    /** Events come in the order of versions: introduced, then fixed or last affected, and so on. */
    private static boolean within(JsonNode events, Component component) {
        Comparator<String> order = Versions.of(component.ecosystem());
        String version = component.version();
        boolean in = false;
        for (JsonNode event : events) {
            String introduced = event.path("introduced").asText("");
            String fixed = event.path("fixed").asText("");
            String last = event.path("last_affected").asText("");
            if (introduced.equals("0") || !introduced.isEmpty() && order.compare(version, introduced) >= 0) {
                in = true;
            }
            if (!fixed.isEmpty() && order.compare(version, fixed) >= 0
                    || !last.isEmpty() && order.compare(version, last) > 0) {
                in = false;
            }
        }
        return in;
    }
}
