package org.normlab.variants.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.normlab.core.Centre;
import org.normlab.core.Epsilon;
import org.normlab.core.Tensor;

/**
 * The gradients of Σ dy·y in decimal arithmetic: dx = r·(q − mean q − x̂·mean(q·x̂)) with q = weight·dy; without centring the mean
 * of q is missing, with ε outside the last x̂ is divided by √v·r, and with given statistics r·q alone is left.
 */
final class ExactGradient {
    private final Exact exact;
    private final Tensor dy;
    private final List<Means> means = new ArrayList<>();

    /** Means over a statistic: of q, of |q|, of q·x̂. */
    private record Means(BigDecimal q, double size, BigDecimal alongNormalized) {}

    /** A value and the sum of the magnitudes of its terms, which rounding errors are relative to. */
    record Sum(BigDecimal value, double size) {}

    ExactGradient(Exact exact, Tensor dy) {
        this.exact = exact;
        this.dy = dy;
        for (int s = 0; s < exact.slices().size(); s++) {
            means.add(measure(exact.slices().members(s)));
        }
    }

    private Means measure(List<Integer> members) {
        List<BigDecimal> qs = members.stream().map(this::q).toList();
        List<BigDecimal> products = members.stream()
                .map(i -> Decimal.times(q(i), exact.normalized(i)))
                .toList();
        return new Means(
                Decimal.mean(qs),
                qs.stream().mapToDouble(q -> q.abs().doubleValue()).average().orElse(0),
                Decimal.mean(products));
    }

    private BigDecimal q(int element) {
        return Decimal.times(Decimal.of(exact.weight(element)), Decimal.of(dy.get(element)));
    }

    /** The gradient of one element of the input. */
    Sum input(int element) {
        Exact.Slice slice = exact.slice(element);
        double scale = slice.scale().doubleValue();
        if (exact.normalizer().given().isPresent()) {
            BigDecimal value = Decimal.times(q(element), slice.scale());
            return new Sum(value, scale * q(element).abs().doubleValue());
        }
        Means mean = means.get(exact.slices().number(element));
        BigDecimal along = Decimal.times(bend(element), mean.alongNormalized());
        BigDecimal centred = exact.normalizer().centre() == Centre.MEAN ? mean.q() : BigDecimal.ZERO;
        BigDecimal value =
                Decimal.times(slice.scale(), q(element).subtract(centred).subtract(along));
        double size = q(element).abs().doubleValue() + mean.size() + along.abs().doubleValue();
        return new Sum(value, scale * size);
    }

    /** x̂, or (x − mean)/√v where ε stands outside; 0 without variance. */
    private BigDecimal bend(int element) {
        Exact.Slice slice = exact.slice(element);
        BigDecimal normalized = exact.normalized(element);
        if (exact.normalizer().epsilon().place() == Epsilon.Place.INSIDE) {
            return normalized;
        }
        return slice.variance().signum() == 0
                ? BigDecimal.ZERO
                : Decimal.divide(normalized, Decimal.times(slice.scale(), Decimal.root(slice.variance())));
    }

    /** The gradients of the weight: Σ dy·x̂ for each entry. */
    Sum[] weight(int entries) {
        return sums(entries, i -> Decimal.times(Decimal.of(dy.get(i)), exact.normalized(i)));
    }

    /** The gradients of the bias: Σ dy for each entry. */
    Sum[] bias(int entries) {
        return sums(entries, i -> Decimal.of(dy.get(i)));
    }

    private Sum[] sums(int entries, IntFunction<BigDecimal> term) {
        Sum[] sums = new Sum[entries];
        Arrays.fill(sums, new Sum(BigDecimal.ZERO, 0));
        for (int i = 0; i < dy.shape().count(); i++) {
            BigDecimal value = term.apply(i);
            Sum sum = sums[exact.entry(i)];
            sums[exact.entry(i)] =
                    new Sum(sum.value().add(value), sum.size() + value.abs().doubleValue());
        }
        return sums;
    }
}
