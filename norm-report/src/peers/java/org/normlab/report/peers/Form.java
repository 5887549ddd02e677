package org.normlab.report.peers;

import java.util.Optional;
import org.normlab.core.Shape;
import org.normlab.report.bench.Workload;

/**
 * A workload as the peers know it: one of their operations on examples by channels by positions.
 *
 * @param kind the operation
 * @param examples N
 * @param channels C, or the normalized elements of a layer norm
 * @param positions S, all spatial axes as one
 * @param order where the channels lie in memory
 * @param groups of channels in a group norm, else 1
 * @param parts in how many stretches of examples the operation is done, one after the other
 */
record Form(Kind kind, int examples, int channels, int positions, Order order, int groups, int parts) {

    /** An operation that peers have. */
    enum Kind {
        BATCH,
        LAYER,
        RMS,
        GROUP
    }

    /** Where the channels lie. */
    enum Order {
        CHANNELS_FIRST,
        CHANNELS_LAST
    }

    /** The form of a workload; empty if it has none. */
    static Optional<Form> of(Workload workload) {
        Shape shape = workload.shape();
        Form plain = new Form(
                Kind.BATCH,
                shape.examples(),
                shape.channels(),
                shape.count() / Math.max(1, shape.examples() * shape.channels()),
                order(shape),
                1,
                1);
        return switch (workload.variant()) {
            case "batch" -> Optional.of(plain);
            case "ghost-batch" -> plain.ghosts(workload.option("ghost", plain.examples));
            case "recurrent-batch" ->
                Optional.of(plain.resized(1, plain.examples, plain.channels * plain.positions, 1))
                        .filter(steps -> shape.layout().equals("NTC"));
            case "instance" -> Optional.of(plain.instances());
            case "group" -> Optional.of(plain.grouped(workload.option("groups", 1)));
            case "layer" -> Optional.of(plain.rows(Kind.LAYER, normalized(workload)));
            case "rms" -> Optional.of(plain.rows(Kind.RMS, normalized(workload)));
            case "channel-layer" ->
                Optional.of(
                        plain.order == Order.CHANNELS_LAST
                                ? plain.rows(Kind.LAYER, plain.channels)
                                : plain.as(Kind.LAYER));
            default -> Optional.empty();
        };
    }

    private static Order order(Shape shape) {
        return shape.layout().endsWith("C") && shape.rank() > 2 ? Order.CHANNELS_LAST : Order.CHANNELS_FIRST;
    }

    /** How many trailing elements a layer or RMS norm joins: the last axis, or the whole example. */
    private static int normalized(Workload workload) {
        Shape shape = workload.shape();
        boolean last = workload.options().getOrDefault("axes", "").equals("-1");
        boolean step = shape.has('T') || workload.variant().equals("rms");
        return last || step ? shape.size(shape.rank() - 1) : shape.count() / Math.max(1, shape.examples());
    }

    private Form as(Kind other) {
        return new Form(other, examples, channels, positions, order, groups, parts);
    }

    private Form resized(int stretches, int n, int c, int s) {
        return new Form(kind, n, c, s, order, groups, stretches);
    }

    private Form rows(Kind other, int length) {
        int all = examples * channels * positions;
        return new Form(other, all / Math.max(1, length), length, 1, Order.CHANNELS_FIRST, 1, 1);
    }

    private Form grouped(int number) {
        return new Form(Kind.GROUP, examples, channels, positions, order, number, 1);
    }

    /** An instance norm is a batch norm of one example with N·C channels; with channels last, a batch norm for each example. */
    private Form instances() {
        return order == Order.CHANNELS_FIRST
                ? resized(1, 1, examples * channels, positions)
                : resized(examples, 1, channels, positions);
    }

    private Optional<Form> ghosts(int size) {
        boolean even = size > 0 && examples % size == 0;
        return even ? Optional.of(resized(examples / size, size, channels, positions)) : Optional.empty();
    }
}
