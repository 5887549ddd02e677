package org.normlab.variants.contract;

/**
 * What every normalizer keeps: a test class implements this, names its subject and how elements share statistics, and runs all laws.
 *
 * <p>Laws carry the numbers that the package lists; a law that a variant leaves is switched off by a {@link Departure} and in no other
 * way.
 */
public interface NormalizerContract
        extends ForwardLaws,
                SymmetryLaws,
                GradientLaws,
                IndependenceLaws,
                PurityLaws,
                DegenerateLaws,
                MaskLaws,
                EvaluationLaws {
    /** Samples of a usual law. */
    int TRIES = 15;

    /** Samples of a costly law, or of one with few cases. */
    int FEW = 6;

    /** Elements beyond which differences take too long. */
    int SMALL = 300;
}
