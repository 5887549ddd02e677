package org.normlab.variants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Group;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Stateful;
import org.normlab.core.Tensor;
import org.normlab.core.Tracked;
import org.normlab.core.check.GradientCheck.Formula;
import org.normlab.variants.Families.Mixed;
import org.normlab.variants.Families.MixedOverPositions;
import org.normlab.variants.Families.OfWeights;
import org.normlab.variants.Families.OverPositions;
import org.normlab.variants.Families.StateFirst;
import org.normlab.variants.contract.Catalogued;
import org.normlab.variants.contract.Departure;
import org.normlab.variants.contract.Place;
import org.normlab.variants.contract.Setting;

/** The contract of each variant of the catalogue with a formula or an arrangement of its own. */
class CatalogueProperties {

    @Group
    class FilterResponse implements OverPositions {}

    @Group
    class EvonormS0 implements Catalogued {}

    @Group
    class Adaptive implements OverPositions {
        @Override
        public String axes() {
            return "s"; // those of its base, instance normalization
        }

        @Override
        public Set<Departure> departures() {
            return Catalogued.with(OverPositions.super.departures(), Departure.PARAMETERS_BY_EXAMPLE);
        }
    }

    @Group
    class Lp implements Catalogued {
        @Override
        public Object statistic(Setting setting, Place place) {
            int last = setting.shape().rank() - 1;
            return place.element() / setting.shape().size(last);
        }

        @Override
        public Set<Departure> departures() {
            return Catalogued.with(Catalogued.super.departures(), Departure.TRAILING_AXES);
        }
    }

    @Group
    class VirtualBatch implements Catalogued {
        @Override
        public boolean accepts(Shape shape) {
            return !shape.spatialAxes().isEmpty(); // without a reference it is instance normalization
        }
    }

    @Group
    class BatchRenorm implements Catalogued {
        @Override
        public Formula held(Normalizer subject, Tensor x) {
            return Families.correction((Tracked) subject, x);
        }
    }

    @Group
    class SyncBatch implements Catalogued {}

    @Group
    class SplitBatch implements Catalogued {
        @Override
        public boolean accepts(Shape shape) {
            return shape.examples() % 2 == 0 && shape.count() > 2 * shape.channels();
        }

        @Override
        public Object statistic(Setting setting, Place place) {
            int size = Math.max(1, setting.shape().examples() / 2);
            return List.of(place.at('N') / size, place.at('C'));
        }
    }

    @Group
    class DomainBatch implements Catalogued {}

    @Group
    class EstimatedBatch implements StateFirst {}

    @Group
    class BatchChannel implements StateFirst {}

    @Group
    class MeanOnlyBatch implements Catalogued {}

    @Group
    class VarianceOnlyBatch implements Catalogued {}

    @Group
    class Switchable implements Mixed {}

    @Group
    class BatchInstance implements MixedOverPositions {}

    @Group
    class WhitenedBatch implements Catalogued {
        @Override
        public String axes() {
            return "n, c, s"; // the covariance joins the channels of a group
        }

        @Override
        public Map<String, String> options(Setting setting) {
            return Map.of("eps", "1e-3"); // fewer values than channels leave directions without variance
        }
    }

    @Group
    class EvonormB0 implements MixedOverPositions {}

    @Group
    class Power implements Mixed {}

    @Group
    class Online implements Mixed {
        @Override
        public String axes() {
            return "n, s"; // earlier examples in order
        }
    }

    @Group
    class RecurrentBatch implements Catalogued {
        @Override
        public boolean accepts(Shape shape) {
            return shape.allBut("NTC").isEmpty();
        }
    }

    @Group
    class LayerLstm implements Catalogued {
        @Override
        public boolean accepts(Shape shape) {
            return shape.channels() % 4 == 0 && shape.layout().endsWith("C");
        }

        @Override
        public Set<Departure> departures() {
            return Catalogued.with(Catalogued.super.departures(), Departure.TRAILING_AXES);
        }

        @Override
        public String axes() {
            return "c";
        }
    }

    @Group
    class Weight implements OfWeights {}

    @Group
    class WeightStandardized implements OfWeights {}

    @Group
    class ScaledWeightStandardized implements OfWeights {}

    @Group
    class Spectral implements OfWeights {
        @Override
        public String axes() {
            return "n, c, s";
        }

        @Override
        public Formula held(Normalizer subject, Tensor x) {
            return Families.state((Stateful) subject, x);
        }
    }
}
