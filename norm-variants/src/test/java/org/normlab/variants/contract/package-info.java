/**
 * The contract of a normalizer as tests, for the variants here and for those of others.
 *
 * <p>{@code NormalizerContract} is what a test class implements and {@code TrackedContract} what one with running statistics adds;
 * {@code Catalogued} takes the variant and its departures from a catalogue. The laws: {@code ForwardLaws}, {@code SymmetryLaws},
 * {@code GradientLaws}, {@code IndependenceLaws}, {@code MaskLaws}, {@code PurityLaws}, {@code EvaluationLaws},
 * {@code DegenerateLaws}. What they run on: {@code Samples} generates a {@code Sample} of a {@code Setting} and {@code Values}. What
 * they are held to: {@code Exact} and {@code ExactGradient} in decimal arithmetic, {@code ComplexStep}, and {@code Bounds} of rounding.
 * Which of them a variant leaves: {@code Departure}.
 */
package org.normlab.variants.contract;
