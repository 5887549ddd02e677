package org.normlab.variants.contract;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.normlab.core.Affine;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.Normalizer;
import org.normlab.core.Tensor;

/**
 * The oracle: y = (x − mean)·r·weight + bias in decimal arithmetic of 60 digits, with the elements of a statistic found by their
 * coordinates. It shares no code with what it judges.
 */
public final class Exact {
    private final Normalizer normalizer;
    private final Slices slices;
    private final Tensor x;
    private final Map<Integer, Slice> statistics = new HashMap<>();
    private final Map<Integer, BigDecimal> normalized = new HashMap<>();

    /** A statistic: its count, what it is measured about, the biased variance about that, and r. */
    public record Slice(int count, BigDecimal mean, BigDecimal variance, BigDecimal scale) {
        /** √(1 + mean²/variance): how many digits the mean hides; 1 where the variance is 0. */
        public double condition() {
            return variance.signum() == 0
                    ? 1
                    : Math.sqrt(
                            1 + Decimal.divide(Decimal.square(mean), variance).doubleValue());
        }
    }

    private Exact(Normalizer normalizer, Slices slices, Tensor x) {
        this.normalizer = normalizer;
        this.slices = slices;
        this.x = x;
    }

    /** The values of a tensor, computed when they are first asked for. */
    public static Exact of(Normalizer normalizer, Slices slices, Tensor x) {
        return new Exact(normalizer, slices, x);
    }

    private Slice measure(List<Integer> members) {
        BigDecimal mean = BigDecimal.ZERO;
        BigDecimal variance;
        if (normalizer.given().isPresent()) {
            int channel = new Place(x.shape(), members.get(0)).at('C');
            mean = Decimal.of(normalizer.given().get().mean(channel));
            variance = Decimal.of(normalizer.given().get().variance(channel));
        } else {
            List<BigDecimal> values =
                    members.stream().map(i -> Decimal.of(x.get(i))).toList();
            mean = normalizer.centre() == Centre.MEAN ? Decimal.mean(values) : mean;
            BigDecimal centre = mean;
            variance = Decimal.mean(values.stream()
                    .map(v -> Decimal.square(Decimal.minus(v, centre)))
                    .toList());
        }
        return new Slice(members.size(), mean, variance, scale(variance));
    }

    private BigDecimal scale(BigDecimal variance) {
        BigDecimal epsilon = Decimal.of(normalizer.epsilon().value());
        BigDecimal deviation = normalizer.epsilon().place() == Epsilon.Place.INSIDE
                ? Decimal.root(variance.add(epsilon))
                : Decimal.root(variance).add(epsilon);
        return deviation.signum() == 0 ? BigDecimal.ZERO : Decimal.divide(BigDecimal.ONE, deviation);
    }

    /** The statistic of an element. */
    Slice slice(int element) {
        return statistic(slices.number(element));
    }

    /** One statistic. */
    Slice statistic(int number) {
        return statistics.computeIfAbsent(number, s -> measure(slices.members(s)));
    }

    /** x̂ of an element. */
    BigDecimal normalized(int element) {
        return normalized.computeIfAbsent(
                element, i -> Decimal.times(Decimal.of(x.get(i)).subtract(slice(i).mean()), slice(i).scale()));
    }

    /** The output of an element. */
    BigDecimal output(int element) {
        return Decimal.times(normalized(element), Decimal.of(weight(element))).add(Decimal.of(bias(element)));
    }

    double weight(int element) {
        return normalizer.affine().weight().map(w -> w.get(entry(element))).orElse(1.0);
    }

    double bias(int element) {
        return normalizer.affine().bias().map(b -> b.get(entry(element))).orElse(0.0);
    }

    /** The parameter entry of an element. */
    int entry(int element) {
        Affine affine = normalizer.affine();
        int channel = new Place(x.shape(), element).at('C');
        return switch (affine.scope()) {
            case CHANNEL -> channel;
            case GROUP ->
                channel
                        * affine.parameters().values().iterator().next().shape().count()
                        / x.shape().channels();
            case ELEMENT -> slices.position(element);
        };
    }

    Normalizer normalizer() {
        return normalizer;
    }

    Slices slices() {
        return slices;
    }
}
