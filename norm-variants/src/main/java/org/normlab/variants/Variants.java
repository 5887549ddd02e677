package org.normlab.variants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.variants.Description.Field;

/** The catalogue: every variant by name, with what is to be known about it and how to make one. */
public final class Variants {
    private final Map<String, Variant> byId = new LinkedHashMap<>();
    private final Map<String, Variant> byName = new LinkedHashMap<>();

    private Variants() {
        Builtin.all().forEach(this::add);
    }

    /**
     * The variants of this library and those that the class path or module path provides.
     *
     * @return the catalogue
     */
    public static Variants standard() {
        return from(Variants.class.getClassLoader());
    }

    /**
     * The variants of this library and those that a class loader provides.
     *
     * @param loader where {@link ServiceLoader} looks for {@link Variant}
     * @return the catalogue
     * @throws NormException OPTION if a name is taken twice or has capitals
     */
    public static Variants from(ClassLoader loader) {
        Variants variants = new Variants();
        ServiceLoader.load(Variant.class, loader).forEach(variants::add);
        return variants;
    }

    private void add(Variant variant) {
        Description description = variant.description();
        name(description.id(), variant);
        for (String word : description.words(Field.ALIASES)) {
            name(word.split(":")[0], Preset.of(word, variant));
        }
        byId.put(description.id(), variant);
    }

    private void name(String name, Variant variant) {
        String small = name.toLowerCase(Locale.ROOT);
        if (!name.equals(small)) {
            throw NormException.about(Kind.OPTION, "Variants", "name", name)
                    .because("has capitals, but names are looked up in small letters", "call it " + small);
        }
        if (byName.putIfAbsent(name, variant) != null) {
            throw NormException.about(Kind.OPTION, "Variants", "name", name)
                    .because("names two variants", "give " + variant.getClass().getName() + " another name");
        }
    }

    /**
     * All of them, in the order of the catalogue.
     *
     * @return the variants, users' own last
     */
    public List<Variant> all() {
        return List.copyOf(byId.values());
    }

    /**
     * One of them.
     *
     * @param name its id or an alias, such as {@code batch} or {@code bn}
     * @return the variant; under an alias that stands for an option, such as {@code film}, with that option
     * @throws NormException OPTION if there is none of that name
     */
    public Variant get(String name) {
        Variant variant = byName.get(name.toLowerCase(Locale.ROOT));
        if (variant == null) {
            throw NormException.about(Kind.OPTION, "Variants", "variant", name)
                    .because("is not known", "use " + near(name));
        }
        return variant;
    }

    /** Names that share a word with the unknown one; all without such. */
    private String near(String name) {
        List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+|norm"));
        List<String> near = byId.keySet().stream()
                .filter(id -> words.stream().anyMatch(word -> word.length() > 1 && id.contains(word)))
                .toList();
        return String.join(", ", near.isEmpty() ? byId.keySet() : near);
    }

    /**
     * A fresh normalizer.
     *
     * @param name id or alias of the variant
     * @param input the shape of the inputs to come; the number of examples may differ
     * @param options option keys, such as {@code eps}, and their values
     * @return the normalizer, with parameters of its own
     * @throws NormException OPTION for an unknown variant, key or value; SHAPE if the variant has no meaning for the shape
     */
    public Normalizer create(String name, Shape input, Map<String, String> options) {
        Variant variant = get(name);
        return variant.create(Options.of(variant.description(), input, options));
    }

    /**
     * The catalogue as a table of text.
     *
     * @return a line a variant: its name, what it reduces, its parameters, its departure and its source
     */
    public List<String> table() {
        return all().stream()
                .map(Variant::description)
                .map(d -> List.of(Field.AXES, Field.PARAMETERS, Field.DEPARTURE, Field.SOURCE).stream()
                        .map(field -> d.text(field).isEmpty() ? "-" : d.text(field))
                        .collect(Collectors.joining(" | ", d.id() + " | ", "")))
                .toList();
    }
}
