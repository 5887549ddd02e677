package org.normlab.variants;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the catalogue says about a variant.
 *
 * @param id the word that names it
 * @param texts one short text a field; not modified
 */
public record Description(String id, Map<Field, String> texts) {

    /** What is said about every variant. */
    public enum Field {
        /** The class. */
        CLASS,
        /** Other names, separated by blanks; one may stand for an option, as in {@code adaln:style=adaln}. */
        ALIASES,
        /** The axes that a statistic reduces, as letters: n example, g group, k channel of a group, c channel, s positions. */
        AXES,
        /** What it does otherwise than its nearest relative. */
        DEPARTURE,
        /** The output of an element. */
        FORMULA,
        /** Learned tensors with shape and start. */
        PARAMETERS,
        /** What training moves besides parameters. */
        STATE,
        /** The default of ε, and who uses another. */
        EPS,
        /** Option keys, separated by blanks. */
        OPTIONS,
        /** {@link Contract} in small letters, and what is held constant. */
        GRADIENT,
        /** What an output depends on besides its own example and time step, in training: n, t, both or nothing. */
        DEPENDS,
        /** Whether evaluation folds into a linear layer before it. */
        FOLDS,
        /** What it costs. */
        COST,
        /** Who proposed it, when and where. */
        SOURCE
    }

    /** What the backward pass is the derivative of. */
    public enum Contract {
        /** The exact derivative of the forward pass. */
        EXACT,
        /** Exact with the named quantities held constant. */
        STOP_GRADIENT,
        /** A published update that is not the derivative; differences must not be compared with it. */
        APPROXIMATE
    }

    /**
     * Copies the texts.
     *
     * @param id the word that names it
     * @param texts one short text a field; not modified
     */
    public Description {
        texts = Map.copyOf(texts);
    }

    /**
     * A description without texts.
     *
     * @param id the word that names the variant: small letters, digits and hyphens
     * @return the description
     */
    public static Description of(String id) {
        return new Description(id, Map.of());
    }

    /**
     * The same description with one more text.
     *
     * @param field what is said
     * @param text the text
     * @return a description
     */
    public Description with(Field field, String text) {
        Map<Field, String> all = new EnumMap<>(Field.class);
        all.putAll(texts);
        all.put(field, text);
        return new Description(id, all);
    }

    /**
     * What is said.
     *
     * @param field about what
     * @return the text; empty if nothing is said
     */
    public String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    /**
     * Other names, without the options that they stand for.
     *
     * @return maybe none
     */
    public List<String> aliases() {
        return words(Field.ALIASES).stream().map(word -> word.split(":")[0]).toList();
    }

    /**
     * The option keys that it knows.
     *
     * @return maybe none
     */
    public List<String> options() {
        return words(Field.OPTIONS);
    }

    /**
     * The gradient contract.
     *
     * @return exact unless the text says otherwise
     */
    public Contract contract() {
        String text = text(Field.GRADIENT);
        return Arrays.stream(Contract.values())
                .filter(contract -> text.startsWith(contract.name().toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElse(Contract.EXACT);
    }

    /**
     * Whether an output depends, in training, on other examples of the batch.
     *
     * @return true if it does
     */
    public boolean mixesExamples() {
        return words(Field.DEPENDS).contains("n");
    }

    /**
     * Whether an output depends, in training, on other positions or time steps of its example, later ones included.
     *
     * @return true if it does
     */
    public boolean mixesPositions() {
        return words(Field.DEPENDS).contains("t");
    }

    List<String> words(Field field) {
        return Arrays.stream(text(field).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
