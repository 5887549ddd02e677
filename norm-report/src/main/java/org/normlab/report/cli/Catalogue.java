package org.normlab.report.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.report.text.Nearest;
import org.normlab.report.train.Trainer;
import org.normlab.variants.Description;
import org.normlab.variants.Options;
import org.normlab.variants.Variant;
import org.normlab.variants.Variants;
import picocli.CommandLine.Option;

/** The variants that a command knows: this library's, those on the class path, and those of the user's jars. */
final class Catalogue {
    @Option(
            names = "--jar",
            paramLabel = "JAR",
            description = "A jar with variants of your own; its code is run. May be repeated.")
    private List<Path> jars = List.of();

    private Optional<ClassLoader> loader = Optional.empty();
    private Optional<Variants> variants = Optional.empty();
    private Optional<Trainer> trainer = Optional.empty();

    /** All of them. */
    Variants variants() {
        variants = Optional.of(variants.orElseGet(() -> Variants.from(loader())));
        return variants.get();
    }

    /** What trains networks with them; one a command, for it keeps the data that it has loaded. */
    Trainer trainer() {
        trainer = Optional.of(trainer.orElseGet(() -> new Trainer(variants())));
        return trainer.get();
    }

    /** What networks may have: variants by id and alias, and the norms that recurrent cells alone have. */
    List<String> norms() {
        return Stream.concat(names().stream(), Trainer.recurrentNorms().stream())
                .toList();
    }

    /**
     * One of these by its first name.
     *
     * @param argument where the name was given
     * @param name as in {@link #norms}
     */
    String norm(String argument, String name) {
        return Trainer.recurrentNorms().contains(name)
                ? name
                : known(argument, name).description().id();
    }

    /** The options of one of these. */
    List<String> options(String norm) {
        return Trainer.recurrentNorms().contains(norm)
                ? Trainer.recurrentOptions()
                : variants().get(norm).description().options();
    }

    private List<String> names() {
        return variants().all().stream()
                .map(Variant::description)
                .flatMap(d -> Stream.concat(Stream.of(d.id()), d.aliases().stream()))
                .toList();
    }

    private ClassLoader loader() {
        loader = Optional.of(loader.orElseGet(this::load));
        return loader.get();
    }

    private ClassLoader load() {
        ClassLoader parent = Variants.class.getClassLoader();
        // lives as long as the process: variants load their classes when they are first used
        return jars.isEmpty()
                ? parent
                : new URLClassLoader(jars.stream().map(Catalogue::url).toArray(URL[]::new), parent);
    }

    private static URL url(Path jar) {
        if (!Files.isReadable(jar)) {
            throw NormException.about(Kind.OPTION, "catalogue", "--jar", jar)
                    .because("cannot be read", "give the path of a jar");
        }
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw NormException.about(Kind.OPTION, "catalogue", "--jar", jar)
                    .because("is no place of a jar", "give the path of a jar");
        }
    }

    /**
     * One of them.
     *
     * @param name an id, an alias, or the name of a class that is a variant or a normalizer and has a constructor without parameters
     */
    Variant variant(String name) {
        return name.contains(".") ? ofClass(name) : known("variant", name);
    }

    /**
     * One of them.
     *
     * @param argument where the name was given
     * @param name an id or an alias
     */
    Variant known(String argument, String name) {
        String word = name.toLowerCase(Locale.ROOT);
        if (names().contains(word)) {
            return variants().get(word);
        }
        throw NormException.about(Kind.OPTION, "catalogue", argument, name)
                .because("is no variant", Nearest.to(word, names(), "see `norm list`"));
    }

    private Variant ofClass(String name) {
        try {
            Object made =
                    Class.forName(name, true, loader()).getDeclaredConstructor().newInstance();
            if (made instanceof Variant variant) {
                return variant;
            }
            if (made instanceof Normalizer normalizer) {
                return new Own(normalizer);
            }
        } catch (ReflectiveOperationException e) {
            throw NormException.about(Kind.OPTION, "catalogue", "class", name)
                    .because("cannot be made", "give its jar with --jar, and a public constructor without parameters");
        }
        throw NormException.about(Kind.OPTION, "catalogue", "class", name)
                .because("is neither a variant nor a normalizer", "implement Variant or Normalizer");
    }

    /** A normalizer without an entry in any catalogue. */
    private record Own(Normalizer normalizer) implements Variant {
        @Override
        public Description description() {
            return Description.of(normalizer.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }

        @Override
        public Normalizer create(Options options) {
            return normalizer;
        }
    }
}
