package org.normlab.report.net;

import org.normlab.core.NormException;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;

/** Makes the normalizer of each place in a network. */
@FunctionalInterface
public interface NormFactory {

    /**
     * A new normalizer with parameters of its own.
     *
     * @param input the shape of what it will normalize, for a batch of one example: NC, NHWC or NTC
     * @return the normalizer
     * @throws NormException if the variant has no meaning there; the message says why
     */
    Normalizer create(Shape input);
}
