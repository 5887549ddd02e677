package org.normlab.report.cli.law;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All laws, in the order of lists. */
public final class Laws {
    private static final Function<Sample, Optional<String>> ALWAYS = sample -> Optional.empty();

    private static final List<Law> ALL = List.of(
            new Law("definition", "outputs are the formula's, within 2^-37", Sample::notPlain, FormLaws::definition),
            new Law("unit", "a statistic has mean 0 and mean square v/(v + eps)", Sample::notPlain, FormLaws::unit),
            new Law("constant", "equal values give the bias, bit for bit", Sample::notPlain, FormLaws::constant),
            new Law(
                    "gradient",
                    "gradients are the derivative: central differences agree within 1e-8",
                    GradientLaws::notExact,
                    GradientLaws::training),
            new Law(
                    "evaluation",
                    "at evaluation gradients are the derivative too",
                    GradientLaws::noEvaluation,
                    GradientLaws::evaluation),
            new Law("no loss", "without a loss the gradient is 0", GradientLaws::approximate, GradientLaws::nothing),
            new Law("linear", "twice the loss has twice the gradient", GradientLaws::approximate, GradientLaws::linear),
            new Law(
                    "examples",
                    "an output does not depend on other examples",
                    IndependenceLaws::mixesExamples,
                    IndependenceLaws::examples),
            new Law(
                    "positions",
                    "an output does not depend on other time steps",
                    IndependenceLaws::mixesPositions,
                    IndependenceLaws::positions),
            new Law("offset", "a part of a larger array gives the same bits", ALWAYS, IndependenceLaws::offset),
            new Law("full mask", "a mask without gaps changes no bit", MaskLaws::noMasks, MaskLaws::full),
            new Law(
                    "padding",
                    "padding, even NaN, changes no bit elsewhere and gives 0",
                    MaskLaws::noMasks,
                    MaskLaws::padding),
            new Law("pure", "a pass modifies nothing that it is given", ALWAYS, PurityLaws::nothingIsModified),
            new Law("deterministic", "the same pass gives the same bits", ALWAYS, PurityLaws::deterministic),
            new Law("stored", "stored parameters and state evaluate to the same bits", ALWAYS, PurityLaws::stored));

    private Laws() {}

    /**
     * All laws.
     *
     * @return in the order of lists
     */
    public static List<Law> all() {
        return ALL;
    }
}
