package org.normlab.report.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.data.Bundled;
import org.normlab.report.data.FullSet;
import org.normlab.report.text.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code norm data}: the data sets, those that come with the tool and those that are fetched once. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lists, fetches and checks data sets. Fetched ones lie in $NORMLAB_DATA, else in ~/.cache/normlab/data.",
            "",
            "Examples:",
            "  norm data list",
            "  norm data get mnist --from ~/mnist-files",
            "  norm data verify",
            ""
        })
final class DataCommand implements Callable<Integer> {

    /** What to do. */
    @SuppressWarnings("checkstyle:MemberName") // the words of the command line
    private enum Action {
        list,
        get,
        verify,
        path
    }

    @Parameters(index = "0", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}.")
    private Action action = Action.list;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "A data set (default: all, for verify).")
    private String name = "";

    @Option(names = "--from", paramLabel = "DIR", description = "Takes your own copies instead of fetching them.")
    private Optional<Path> from = Optional.empty();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        Listing listing = switch (action) {
            case list -> DataListing.of(everything());
            case verify -> DataListing.verified(name.isEmpty() ? here() : List.of(known()));
            case get -> got(fetched());
            case path -> place(fetched());
        };
        out.answer(
                () -> action == Action.path
                        ? String.valueOf(listing.entries().get(0).get("where"))
                        : listing.text(),
                () -> Map.of("entries", listing.entries()));
        return ExitCode.DONE.number();
    }

    private static List<String> everything() {
        return Stream.<Object>concat(Arrays.stream(Bundled.values()), Arrays.stream(FullSet.values()))
                .map(Object::toString)
                .toList();
    }

    /** All that can be read now. */
    private static List<String> here() {
        return everything().stream()
                .filter(set -> FullSet.named(set).map(FullSet::isFetched).orElse(true))
                .toList();
    }

    private String known() {
        if (!everything().contains(name)) {
            throw NormException.about(Kind.OPTION, "data", "NAME", name)
                    .because("is no data set", Nearest.to(name, everything(), "see `norm data list`"));
        }
        return name;
    }

    private FullSet fetched() {
        return FullSet.named(known())
                .orElseThrow(() -> NormException.about(Kind.OPTION, "data", "NAME", name)
                        .because("comes with the tool and is never fetched", "use it as --data " + name));
    }

    private Listing got(FullSet set) {
        from.ifPresentOrElse(set::getFrom, set::get);
        return place(set);
    }

    private static Listing place(FullSet set) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", set.toString());
        entry.put("where", set.folder().toString());
        return new Listing(List.of("name", "where"), List.of(entry));
    }
}
