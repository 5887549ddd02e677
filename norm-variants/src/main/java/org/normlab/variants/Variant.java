package org.normlab.variants;

import org.normlab.core.Normalizer;

/**
 * An entry of the catalogue, and the provider type of {@link java.util.ServiceLoader}: a variant of your own, named in
 * {@code META-INF/services/org.normlab.variants.Variant}, stands beside the others in every list, check, experiment and chart.
 *
 * <pre>{@code
 * public final class CentredNorm implements Variant {
 *     public Description description() {
 *         return Description.of("centred").with(Field.AXES, "n, s").with(Field.DEPARTURE, "divides by the variance");
 *     }
 *
 *     public Normalizer create(Options options) {
 *         return new Centred(options.epsilon(1e-5)); // a record with one method: its reduction axes
 *     }
 * }
 * }</pre>
 */
public interface Variant {

    /**
     * What the catalogue says about it.
     *
     * @return name, axes, departure and the rest; the option keys that it lists are the only ones that {@link #create} is given
     */
    Description description();

    /**
     * A fresh normalizer.
     *
     * @param options the shape of the input, and the options that were named
     * @return the normalizer, with parameters of its own
     * @throws org.normlab.core.NormException SHAPE or OPTION if it cannot be made for that shape
     */
    Normalizer create(Options options);
}
