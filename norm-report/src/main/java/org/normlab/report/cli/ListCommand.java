package org.normlab.report.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code norm list}: the names that other commands take. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the names that other commands take, and what they stand for.",
            "",
            "Examples:",
            "  norm list",
            "  norm list keys",
            "  norm list variants --json | jq -r '.entries[].name'",
            ""
        })
final class ListCommand implements Callable<Integer> {

    /** What there are lists of. */
    @SuppressWarnings("checkstyle:MemberName") // the words of the command line
    private enum Topic {
        variants,
        data,
        networks,
        keys,
        rules,
        claims,
        shapes,
        laws
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "TOPIC",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Topic topic = Topic.variants;

    @Mixin
    private Catalogue catalogue = new Catalogue();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        Listing listing = listing();
        out.answer(listing::text, () -> {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("topic", topic.name());
            document.put("entries", listing.entries());
            return document;
        });
        return ExitCode.DONE.number();
    }

    private Listing listing() {
        return switch (topic) {
            case variants -> Listing.variants(catalogue.variants());
            case data -> Listing.data();
            case networks -> Listing.networks();
            case keys -> Listing.keys();
            case rules -> Listing.rules();
            case claims -> Listing.claims();
            case shapes -> Listing.shapes();
            case laws -> Listing.laws();
        };
    }
}
