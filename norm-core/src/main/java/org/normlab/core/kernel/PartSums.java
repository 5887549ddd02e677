package org.normlab.core.kernel;

/** Parameter sums of each part of a pass, added in order at the end. */
final class PartSums {
    private final ParameterSums whole;
    private final ParameterSums[] parts;

    /** For so many parts; whether no two of them add to the same sum, so that they share what is kept of a block. */
    PartSums(ParameterSums whole, int count, boolean disjoint) {
        this.whole = whole;
        this.parts = new ParameterSums[count];
        for (int part = 0; part < count; part++) {
            parts[part] = count == 1 ? whole : disjoint ? whole.open() : new ParameterSums(whole.weight.length);
        }
    }

    ParameterSums part(int part) {
        return parts[part];
    }

    /** Adds all parts to the whole, which leaves the parts empty. */
    void close() {
        whole.close(parts);
    }
}
