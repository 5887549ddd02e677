package org.normlab.variants;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.normlab.core.Normalizer;
import org.normlab.variants.Description.Field;
import org.normlab.variants.batch.BatchVariants;
import org.normlab.variants.example.ExampleVariants;
import org.normlab.variants.recurrent.RecurrentVariants;
import org.normlab.variants.weight.WeightVariants;

/** A variant of this library: its texts from {@code catalogue.properties} and its factory. */
record Builtin(Description description, Function<Options, Normalizer> factory) implements Variant {

    static List<Variant> all() {
        Properties texts = texts();
        return Stream.of(
                        Basics.factories(),
                        ExampleVariants.factories(),
                        BatchVariants.factories(),
                        RecurrentVariants.factories(),
                        WeightVariants.factories())
                .flatMap(family -> family.entrySet().stream())
                .<Variant>map(entry -> new Builtin(describe(entry.getKey(), texts), entry.getValue()))
                .toList();
    }

    private static Description describe(String id, Properties texts) {
        Description known = Description.of(id);
        for (Field field : Field.values()) {
            known = known.with(field, texts.getProperty(id + "." + field.name().toLowerCase(Locale.ROOT), ""));
        }
        return known;
    }

    private static Properties texts() {
        Properties texts = new Properties();
        try (InputStream stream = Objects.requireNonNull(Builtin.class.getResourceAsStream("catalogue.properties"))) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    @Override
    public Normalizer create(Options options) {
        return factory.apply(options);
    }
}
