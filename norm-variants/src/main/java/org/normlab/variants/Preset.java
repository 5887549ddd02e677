package org.normlab.variants;

import org.normlab.core.Normalizer;

/** A variant under an alias that stands for one of its options, as adaln does for style=adaln. */
record Preset(String alias, Variant variant, String key, String value) implements Variant {

    /**
     * The variant that an alias names.
     *
     * @param word the alias, maybe with the option that it stands for, as in {@code adaln:style=adaln}
     */
    static Variant of(String word, Variant variant) {
        String[] parts = word.split("[:=]");
        return parts.length == 3 ? new Preset(parts[0], variant, parts[1], parts[2]) : variant;
    }

    @Override
    public Description description() {
        return new Description(alias, variant.description().texts());
    }

    @Override
    public Normalizer create(Options options) {
        if (options.text(key).filter(named -> !named.equalsIgnoreCase(value)).isPresent()) {
            throw options.refuse(
                    key,
                    "contradicts the name, which says " + value,
                    "leave it out or use " + variant.description().id());
        }
        return variant.create(options.with(key, value));
    }
}
