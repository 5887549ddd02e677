package org.normlab.report.data;

import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * Labelled examples, where they come from, and how they are split. Immutable.
 *
 * <p>The numbers are as stored: {@link #scaledBy} scales them by statistics of the training part alone.
 */
public final class Dataset {
    private final Origin origin;
    private final Examples examples;
    private final Labels labels;
    private final SplitRule rule;

    Dataset(Origin origin, Examples examples, Labels labels, SplitRule rule) {
        this.origin = origin;
        this.examples = examples;
        this.labels = labels;
        this.rule = rule;
        if (examples.count() != labels.count()) {
            throw Refusal.of(
                    origin.name(),
                    "labels",
                    labels.count(),
                    "are not as many as the examples, " + examples.count(),
                    "give one label an example");
        }
        if (labels.classCount() < 2) {
            throw Refusal.of(
                    origin.name(),
                    "classes",
                    labels.names(),
                    "leave nothing to tell apart",
                    "give examples of at least two classes");
        }
    }

    /**
     * The origin, with name, digest and licence.
     *
     * @return where the data come from
     */
    public Origin origin() {
        return origin;
    }

    /**
     * The examples.
     *
     * @return what a network sees
     */
    public Examples examples() {
        return examples;
    }

    /**
     * The labels.
     *
     * @return the class of each example
     */
    public Labels labels() {
        return labels;
    }

    /**
     * The number of examples.
     *
     * @return how many
     */
    public int count() {
        return examples.count();
    }

    /**
     * The shape of one example in a batch of its own, such as {@code NCHW 1x1x8x8}.
     *
     * @return the layout and the sizes; of strings, those of the first one
     */
    public Shape exampleShape() {
        return examples.batchShape(0);
    }

    /**
     * How the data are split, in words.
     *
     * @return one phrase, such as {@code 60/20/20 stratified by class}
     */
    public String splitRule() {
        return rule.toString();
    }

    /**
     * Divides the examples into training, validation and test part by the data set's own rule.
     *
     * @param order a permutation of 0 to count−1, drawn for the replicate; not modified
     * @return the parts, each in ascending order
     * @throws NormException OPTION if {@code order} is not such a permutation or a part would be empty
     */
    public Split split(int[] order) {
        Split split = rule.split(labels, Permutation.checked(order, count()));
        demandSome("training", split.train());
        demandSome("validation", split.validation());
        demandSome("test", split.test());
        return split;
    }

    private void demandSome(String part, int[] rows) {
        if (rows.length == 0) {
            throw Refusal.of(
                    origin.name(),
                    part + " examples",
                    0,
                    "are left of " + count() + " examples in " + labels.classCount() + " classes, split " + rule,
                    "give five or more examples of a class; in a table the column label, else the last, names it");
        }
    }

    /**
     * The same data with a smaller training part, classes in turn, so that they are as even as they can be.
     *
     * @param examples how many training examples are kept at most
     * @return the data set; its validation and test parts stay as they are
     * @throws NormException OPTION if fewer than one example would be left
     */
    public Dataset limitedTo(int examples) {
        if (examples < 1) {
            throw NormException.about(NormException.Kind.OPTION, origin.name(), "training examples", examples)
                    .because("leaves nothing to train on", "keep at least 1");
        }
        return new Dataset(renamed(":" + examples), this.examples, labels, new SplitRule.Limited(rule, examples));
    }

    /**
     * The same data scaled by statistics of a training part alone.
     *
     * <p>Pixels are divided by their largest value, features are centred and divided by their standard deviation (biased)
     * channel by channel; a constant stays unscaled. Strings of symbols stay as they are.
     *
     * @param train the training part; not modified
     * @return a data set over a copy of the examples
     */
    public Dataset scaledBy(int[] train) {
        return examples instanceof Dense dense
                ? with("", Scaling.fit(dense, train).apply(dense))
                : this;
    }

    /**
     * The same sequences with their time steps in another order.
     *
     * @param order a permutation of the time steps; not modified
     * @return a data set over a copy of the examples
     * @throws NormException SHAPE if the layout is not {@code NTC} of one length
     */
    public Dataset permuted(int[] order) {
        if (!(examples instanceof Dense dense && dense.values().shape().layout().equals("NTC"))) {
            throw NormException.about(NormException.Kind.SHAPE, origin.name(), "order", "permuted")
                    .because("needs sequences of one length", "take the view rows or pixels first");
        }
        Permutation.checked(order, dense.length(0));
        int channels = dense.values().shape().channels();
        float[] permuted = new float[dense.values().shape().count()];
        for (int i = 0; i < permuted.length; i++) {
            int step = i / channels;
            int source = step - step % order.length + order[step % order.length];
            permuted[i] = (float) dense.values().get(source * channels + i % channels);
        }
        return with(":permuted", new Dense(Tensor.of(dense.values().shape(), permuted), dense.units()));
    }

    /** Rows of features seen as grey images. */
    Dataset asImages(int height, int width) {
        if (examples instanceof Dense dense
                && dense.values().shape().layout().equals("NC")
                && dense.values().shape().channels() == (long) height * width) {
            Tensor images = dense.values().as(Shape.nchw(count(), 1, height, width));
            return with(":" + height + "x" + width, new Dense(images, Dense.Units.PIXELS));
        }
        throw NormException.about(NormException.Kind.SHAPE, origin.name(), "size", height + "x" + width)
                .because(
                        "does not fit examples of shape " + exampleShape(), "give rows x columns = number of features");
    }

    /** The same labels and rule over other examples. */
    Dataset with(String suffix, Examples other) {
        return new Dataset(renamed(suffix), other, labels, rule);
    }

    private Origin renamed(String suffix) {
        return new Origin(origin.name() + suffix, origin.source(), origin.sha256(), origin.licence());
    }

    /** Name, count, shape and classes, such as {@code digits: 1797 examples, NCHW 1x1x8x8, 10 classes}. */
    @Override
    public String toString() {
        return origin.name() + ": " + count() + " examples, " + exampleShape() + ", " + labels.classCount()
                + " classes";
    }
}
