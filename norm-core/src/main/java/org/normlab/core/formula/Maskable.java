package org.normlab.core.formula;

import org.normlab.core.Normalizer;

/** A normalizer that knows how to pass over elements that do not count. */
public interface Maskable {

    /**
     * The same normalizer under a mask.
     *
     * @param mask which elements of the input count
     * @return a normalizer whose output and gradient are exactly 0 elsewhere, whatever the input holds there
     */
    Normalizer masked(Mask mask);
}
