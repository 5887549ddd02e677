package org.normlab.variants.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Tensor;
import org.normlab.variants.Description;
import org.normlab.variants.Description.Field;
import org.normlab.variants.Options;
import org.normlab.variants.Variant;
import org.normlab.variants.Variants;

/**
 * The contract of a variant of a catalogue with a formula of its own: it is made by the catalogue, and the axes, the dependence on other
 * examples and the gradient contract that it is held to are those that its description declares.
 *
 * <p>The class is named as the variant: {@code GhostBatch} is {@code ghost-batch}.
 */
public interface Catalogued extends NormalizerContract {
    /** Where variants are found by name. */
    Variants CATALOGUE = Variants.standard();

    /** The variant's name in the catalogue. */
    default String id() {
        return id(getClass().getSimpleName());
    }

    /** The variant's name by that of its contract. */
    static String id(String contract) {
        return contract.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The variant. */
    default Variant variant() {
        return CATALOGUE.get(id());
    }

    /** Options besides those that follow from a setting. */
    default Map<String, String> options(Setting setting) {
        return Map.of();
    }

    @Override
    default Normalizer subject(Setting setting) {
        Description description = variant().description();
        Map<String, String> options = new TreeMap<>(usual(setting));
        options.keySet().retainAll(description.options());
        options.putAll(options(setting));
        Normalizer subject = variant().create(Options.of(description, setting.shape(), options));
        SplittableRandom random = new SplittableRandom(setting.seed());
        new TreeMap<>(subject.parameters()).forEach((name, parameter) -> move(name, parameter, random));
        return subject;
    }

    private static Map<String, String> usual(Setting setting) {
        boolean inside = setting.epsilon().place() == Epsilon.Place.INSIDE;
        return Map.of(
                inside ? "eps" : "eps-outside",
                String.valueOf(setting.epsilon().value()),
                "parameters",
                setting.precision().name().toLowerCase(Locale.ROOT),
                "groups",
                String.valueOf(setting.groups()),
                "affine",
                setting.learned() == Setting.Learned.NONE ? "off" : "channel",
                "bias",
                setting.learned() == Setting.Learned.WEIGHT ? "off" : "on");
    }

    /** Weights and biases of either sign; other parameters within 0 and 1, where each has a meaning. */
    private static void move(String name, Tensor parameter, SplittableRandom random) {
        boolean signed = name.endsWith("weight") || name.endsWith("bias");
        for (int i = 0; i < parameter.shape().count(); i++) {
            double magnitude = 0.5 + 0.45 * random.nextDouble();
            parameter.set(i, signed && random.nextInt(3) == 0 ? -magnitude : magnitude);
        }
    }

    /** The letters of the declared axes: what they do not reduce is what elements of a statistic have in common. */
    @Override
    default Object statistic(Setting setting, Place place) {
        List<String> axes = Arrays.asList(axes().split("[^a-z]+"));
        List<Object> kept = new ArrayList<>();
        if (!axes.contains("n")) {
            kept.add(place.at('N'));
        }
        if (!axes.contains("c")) {
            kept.add(axes.contains("k") ? place.at('C') / (setting.channels() / setting.groups()) : place.at('C'));
        }
        if (!axes.contains("s")) {
            kept.add(place.position()
                    % (place.shape().count()
                            / place.shape().size(0)
                            / place.shape().channels()));
        }
        return kept;
    }

    /** The declared axes. */
    default String axes() {
        return variant().description().text(Field.AXES);
    }

    @Override
    default Set<Departure> departures() {
        Description description = variant().description();
        EnumSet<Departure> departures = EnumSet.of(Departure.OWN_FORMULA);
        if (description.mixesExamples()) {
            departures.add(Departure.MIXES_EXAMPLES);
        }
        if (description.options().contains("single")) {
            departures.add(Departure.REFUSES_SINGLE);
        }
        if (axes().equals("-")) {
            departures.add(Departure.NO_STATISTIC);
        }
        switch (description.contract()) {
            case EXACT -> {}
            case STOP_GRADIENT -> departures.add(Departure.STOP_GRADIENT);
            case APPROXIMATE -> departures.add(Departure.APPROXIMATE);
        }
        return departures;
    }

    /** What the description declares, and more. */
    static Set<Departure> with(Set<Departure> declared, Departure... more) {
        EnumSet<Departure> all = EnumSet.copyOf(declared);
        all.addAll(List.of(more));
        return all;
    }
}
