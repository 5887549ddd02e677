package org.normlab.core;

/** A normalizer over any axes, for tests of what all variants share. */
record AnyAxes(Axes axes, Affine affine, Epsilon epsilon, Centre centre) implements Normalizer {
    static AnyAxes of(Axes axes) {
        return new AnyAxes(axes, Affine.none(), Epsilon.inside(1e-5), Centre.MEAN);
    }

    AnyAxes affine(Affine affine) {
        return new AnyAxes(axes, affine, epsilon, centre);
    }

    AnyAxes epsilon(Epsilon epsilon) {
        return new AnyAxes(axes, affine, epsilon, centre);
    }

    AnyAxes centre(Centre centre) {
        return new AnyAxes(axes, affine, epsilon, centre);
    }

    @Override
    public Axes reductionAxes(Shape view) {
        return axes;
    }
}
