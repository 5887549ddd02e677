package org.normlab.variants;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        List<Variant> all = new ArrayList<>();
        Stream.of(
                        Basics.factories(),
                        ExampleVariants.factories(),
                        BatchVariants.factories(),
                        RecurrentVariants.factories(),
                        WeightVariants.factories())
                .forEach(family -> family.forEach((id, factory) -> all.add(new Builtin(describe(id, texts), factory))));
        return all;
    }

    private static Description describe(String id, Properties texts) {
        Description description = Description.of(id);
        for (Field field : Field.values()) {
            String text = texts.getProperty(id + "." + field.name().toLowerCase(Locale.ROOT));
            description = text == null ? description : description.with(field, text);
        }
        return description;
    }

    private static Properties texts() {
        Properties texts = new Properties();
        try (InputStream stream = Builtin.class.getResourceAsStream("catalogue.properties")) {
            if (stream == null) {
                throw new IllegalStateException("catalogue.properties is missing from the jar");
            }
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
