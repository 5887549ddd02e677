package com.example;

import org.normlab.core.Affine;
import org.normlab.core.Axes;
import org.normlab.core.Centre;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.variants.Description;
import org.normlab.variants.Description.Field;
import org.normlab.variants.Options;
import org.normlab.variants.Variant;

/** Energy normalization: one root mean square an example, over all its channels and positions. */
public record EnergyNorm(Affine affine) implements Normalizer {
    @Override
    public Axes reductionAxes(Shape shape) {
        return shape.allBut("N");
    }

    @Override
    public Centre centre() {
        return Centre.ORIGIN;
    }

    /** Its entry in the catalogue. */
    public static final class Entry implements Variant {
        @Override
        public Description description() {
            return Description.of("own")
                    .with(Field.CLASS, "EnergyNorm")
                    .with(Field.AXES, "c, s")
                    .with(Field.DEPARTURE, "layer without centring")
                    .with(Field.FORMULA, "y = weight*x/sqrt(mean(x^2) + eps) + bias")
                    .with(Field.OPTIONS, "affine bias parameters")
                    .with(Field.DEPENDS, "t");
        }

        @Override
        public Normalizer create(Options options) {
            return new EnergyNorm(options.channelAffine());
        }
    }
}
