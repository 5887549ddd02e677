/**
 * The contract of a normalizer as tests, for the variants here and for those of others.
 *
 * <p>{@code NormalizerContract} is what a test class implements and {@code TrackedContract} what one with running statistics adds;
 * {@code Catalogued} takes the variant and its departures from a catalogue. The laws: {@code ForwardLaws}, {@code SymmetryLaws},
 * {@code GradientLaws}, {@code IndependenceLaws}, {@code MaskLaws}, {@code PurityLaws}, {@code EvaluationLaws},
 * {@code DegenerateLaws}. What they run on: {@code Samples} generates a {@code Sample} of a {@code Setting} and {@code Values}. What
 * they are held to: {@code Exact} and {@code ExactGradient} in decimal arithmetic, {@code ComplexStep}, and {@code Bounds} of rounding.
 * Which of them a variant leaves: {@code Departure}.
 *
 * <p>Tests carry the numbers of these laws, "≡" being bit for bit and "≈" within the bounds of rounding:
 *
 * <ol>
 *   <li>centred: mean x̂ ≈ 0, mean x̂² ≈ v/(v + ε), |x̂| ≤ √(m − 1); not centred, with mean square p: mean x̂² ≈ p/(p + ε)
 *   <li>weight √(v + ε) and bias mean ≈ the input
 *   <li>norm(a·x + b; a²ε) ≈ sign(a)·norm(x; ε), ≡ for a power of two and b = 0
 *   <li>permuted examples, positions or whole groups ≈ permuted outputs
 *   <li>centred: Σdx = 0 and Σdx·x̂ = r·Σ(q·x̂)·ε/(v + ε) in each statistic; backward is linear, dy = 0 gives dx ≡ 0
 *   <li>gradients ≈ complex step and central differences, with what the contract holds constant held
 *   <li>a bias right before batch norm has gradient ≈ 0
 *   <li>group with one channel each ≡ instance; with one group ≡ layer; batch of one example ≡ instance
 *   <li>ghost of the whole batch ≡ batch, of single examples ≡ instance; splits ≡ ghosts of their size
 *   <li>sync over any shards, empty ones included, ≈ batch
 *   <li>renorm with closed clips, estimated batch from its batch alone ≈ batch; virtual batch without reference ≈ instance
 *   <li>rms(x − mean x) ≈ layer; variance-only(mean-only x) ≈ batch
 *   <li>a switch turned to one norm, or a mixture of one, ≈ that norm
 *   <li>a formula at the end of its range ≈ the norm that it becomes there
 *   <li>weight norm that starts from its weight ≈ identity; spectral norm has largest singular value ≈ 1
 *   <li>evaluation: dx ≈ weight·r·dy; frozen identity ≡ identity; frozen with the batch's own moments ≈ batch
 *   <li>k equal batches leave start·(1 − w)ᵏ + (1 − (1 − w)ᵏ)·new, or that batch's where a rule forgets its start
 *   <li>merged moments ≈ moments of all together; merging is commutative and associative, with nothing ≡ identity
 *   <li>what an output does not depend on changes no bit of it; an example alone ≡ the example in a batch
 *   <li>a part of a larger array ≡ a packed copy; channels first ≈ channels last
 *   <li>what is masked is never read; a full mask ≡ none
 *   <li>a pass modifies nothing it reads; stored and restored ≡ before; evaluation folds into the layer before it
 *   <li>recurrent batch with one step ≡ batch; steps beyond the last ≡ the last
 *   <li>the share of a random gradient's energy that passes a norm of m values is (m − 2)/m, without centring (m − 1)/m
 * </ol>
 */
package org.normlab.variants.contract;
