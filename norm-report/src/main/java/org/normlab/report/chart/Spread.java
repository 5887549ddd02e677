package org.normlab.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Moves labels apart along a line, in order and as little as needed. */
final class Spread {
    private Spread() {}

    /**
     * Places near the wanted ones, at least a gap apart and, where there is room, between the limits.
     *
     * <p>Pushes down from the top, then up from the bottom; too many labels for the room share it evenly.
     */
    static double[] apart(double[] wanted, double gap, double min, double max) {
        List<Integer> order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> wanted[i]).thenComparing(i -> i))
                .toList();
        double step = Math.min(gap, (max - min) / Math.max(1, wanted.length - 1));
        double[] places = new double[wanted.length];
        double least = min;
        for (int i : order) {
            places[i] = Math.max(wanted[i], least);
            least = places[i] + step;
        }
        double most = max;
        for (int k = order.size() - 1; k >= 0; k--) {
            int i = order.get(k);
            places[i] = Math.min(places[i], most);
            most = places[i] - step;
        }
        return places;
    }
}
