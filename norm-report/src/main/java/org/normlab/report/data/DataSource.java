package org.normlab.report.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;

/**
 * What a user names as data: a set's name or a path, and after colons how to see it.
 *
 * <p>{@code digits}, {@code fashion-mini:pooled}, {@code digits:rows}, {@code digits:500} (at most 500 training examples),
 * {@code my.npz:NHWC} (a layout for files), {@code my.csv:28x28} (rows of pixels as images).
 */
public final class DataSource {
    private final String text;
    private final Base base;
    private final String layout;
    private final List<UnaryOperator<Dataset>> steps;

    /** What stands before the first colon. */
    @FunctionalInterface
    private interface Base {
        Dataset load(String layout);
    }

    private DataSource(String text, Base base, String layout, List<UnaryOperator<Dataset>> steps) {
        this.text = text;
        this.base = base;
        this.layout = layout;
        this.steps = steps;
    }

    /**
     * Understands a text without reading any data.
     *
     * @param text what the user wrote
     * @return the source
     * @throws NormException OPTION if it is neither a set's name nor an existing path, or what follows it is not known
     */
    public static DataSource parse(String text) {
        Optional<Base> whole = base(text);
        if (whole.isPresent()) {
            return new DataSource(text, whole.get(), "", List.of());
        }
        String[] words = text.split(":", -1);
        String layout = "";
        List<UnaryOperator<Dataset>> steps = new ArrayList<>();
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            if (Layouts.isWord(word)) {
                layout = word;
            } else {
                steps.add(step(word).orElseThrow(() -> refuse(word, "is no view", "use " + views())));
            }
        }
        Base base = base(words[0]).orElseThrow(() -> unknown(words[0]));
        return new DataSource(text, base, layout, steps);
    }

    private static Optional<Base> base(String name) {
        Optional<Base> bundled = Bundled.named(name).map(set -> layout -> set.load());
        return bundled.or(() -> FullSet.named(name).map(set -> layout -> set.load()))
                .or(() -> path(name));
    }

    private static Optional<Base> path(String name) {
        try {
            Path path = Path.of(name);
            boolean there = !name.isEmpty() && Files.exists(path);
            return there ? Optional.of(layout -> UserFiles.read(path, layout)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<UnaryOperator<Dataset>> step(String word) {
        if (word.matches("[1-9][0-9]{0,8}")) {
            return Optional.of(data -> data.limitedTo(Integer.parseInt(word)));
        } else if (word.matches("[1-9][0-9]{0,4}x[1-9][0-9]{0,4}")) {
            int[] sides =
                    Arrays.stream(word.split("x")).mapToInt(Integer::parseInt).toArray();
            return Optional.of(data -> data.asImages(sides[0], sides[1]));
        }
        return View.named(word).map(view -> view::of);
    }

    private static String views() {
        return Arrays.stream(View.values()).map(View::toString).collect(Collectors.joining(", "))
                + ", a number or ROWSxCOLUMNS";
    }

    private static NormException unknown(String name) {
        String names = Stream.concat(Arrays.stream(Bundled.values()), Arrays.stream(FullSet.values()))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return refuse(
                name, "is neither a data set nor an existing path", "use " + names + " or the path of your own data");
    }

    private static NormException refuse(String value, String problem, String fix) {
        return NormException.about(Kind.OPTION, "data", "--data", Refusal.shown(value, 200))
                .because(problem, fix);
    }

    /**
     * Reads the data.
     *
     * @return the data set, seen as the text says
     * @throws NormException OPTION or SHAPE if the data are wrong or cannot be seen so, RESOURCE if they cannot be read
     */
    public Dataset load() {
        Dataset data = base.load(layout);
        for (UnaryOperator<Dataset> step : steps) {
            data = step.apply(data);
        }
        return data;
    }

    /** What the user wrote. */
    @Override
    public String toString() {
        return text;
    }
}
