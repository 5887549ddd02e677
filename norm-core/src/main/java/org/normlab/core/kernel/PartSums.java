package org.normlab.core.kernel;

/** Parameter sums of each part of a pass, added in order at the end. */
final class PartSums {
    private final ParameterSums whole;
    private final ParameterSums[] parts;

    PartSums(ParameterSums whole, int count) {
        this.whole = whole;
        this.parts = new ParameterSums[count];
        for (int part = 0; part < count; part++) {
            parts[part] = count == 1 ? whole : new ParameterSums(whole.weight.length);
        }
    }

    ParameterSums part(int part) {
        return parts[part];
    }

    /** Adds all parts to the whole, which leaves the parts empty. */
    void close() {
        for (ParameterSums part : parts) {
            part.flush();
            if (part != whole) {
                whole.add(part);
            }
        }
    }
}
