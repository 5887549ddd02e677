package org.normlab.report.net.recurrent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.net.MatMul;
import org.normlab.report.net.Matrix;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Parameter;
import org.normlab.report.net.Piece;

/**
 * A recurrent layer over sequences of different lengths: from inputs to the state after the last valid step of each.
 *
 * <p>Padding is never read: no value there and no amount of it changes a bit of output, gradient or running moments. Inputs are numbers
 * {@code NTC}, or symbols {@code NT} that stand for one-hot vectors. Once batches of all shapes have passed, training allocates nothing.
 */
public final class Recurrence implements Piece {
    private final RecurrentLayer layer;
    private final Ragged ragged;
    private final Feed feed;
    private final Cell cell;
    private final States states;
    private final List<Parameter> parameters;
    private final List<Drive> drives;
    private final List<Site> sites;
    private final Stack outputs;
    private Tensor inputs;
    private Tensor inputGradient;
    private int[] lengths = {};
    private long trained;

    private Recurrence(RecurrentLayer layer, int channels, Ragged ragged, Feed feed, MatMul products) {
        this.layer = layer;
        this.ragged = ragged;
        this.feed = feed;
        cell = new Parts(layer, ragged, feed, channels, products).cell();
        states = new States(ragged, layer.start().precision(), layer.units());
        parameters = cell.parameters().toList();
        drives = cell.drives();
        sites = Stream.concat(drives.stream().flatMap(Drive::sites), cell.sites())
                .toList();
        outputs = new Stack(layer.start().precision(), layer.units());
        inputs = layer.start().precision();
        inputGradient = inputs;
    }

    /**
     * A layer over sequences {@code NTC} of numbers.
     *
     * @param layer what it is made of
     * @param channels values of an input at one step
     * @return the layer with its first parameters
     * @throws NormException OPTION if there is no such layer; the message says why
     */
    public static Recurrence ofNumbers(RecurrentLayer layer, int channels) {
        Ragged ragged = new Ragged();
        MatMul products = new MatMul();
        Feed feed = new NumberFeed(products, layer.start().precision(), channels, ragged);
        return new Recurrence(layer, channels, ragged, feed, products);
    }

    /**
     * A layer over sequences {@code NT} of symbols, each a number from 0 on that stands for a one-hot vector.
     *
     * @param layer what it is made of
     * @param alphabet how many different symbols there are
     * @return the layer with its first parameters
     * @throws NormException OPTION if there is no such layer; the message says why
     */
    public static Recurrence ofSymbols(RecurrentLayer layer, int alphabet) {
        Ragged ragged = new Ragged();
        return new Recurrence(layer, alphabet, ragged, new SymbolFeed(ragged), new MatMul());
    }

    @Override
    public Shape shape(Shape input) {
        if (!input.layout().equals("NTC") && !input.layout().equals("NT")) {
            throw NormException.about(NormException.Kind.SHAPE, layer.kind().toString(), "input", input)
                    .because("is no sequence", "give sequences NTC, such as digits:rows or names16");
        }
        return Shape.nc(input.examples(), layer.units());
    }

    @Override
    public void lengths(int... given) {
        lengths = given;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        int count = x.shape().examples();
        int most = x.shape().size('T');
        inputs = x;
        ragged.take(lengths, most);
        reserve(count, most);
        for (int i = 0; i < sites.size(); i++) {
            sites.get(i).begin(mode);
        }
        first(mode);
        feed.take(x);
        for (int i = 0; i < drives.size(); i++) {
            drives.get(i).begin(mode);
        }
        for (int t = 0; t < ragged.steps(); t++) {
            cell.forward(t, states, mode);
        }
        Matrix y = outputs.matrix(0, count);
        states.last(y);
        return y.tensor();
    }

    private void reserve(int count, int most) {
        states.reserve(count, most);
        outputs.reserve(count);
        cell.reserve(count, layer.units());
        for (int i = 0; i < drives.size(); i++) {
            drives.get(i).reserve(count, most);
        }
    }

    /** The first state: zeros, or noise in training, drawn example by example so that all layers of a comparison share it. */
    private void first(Mode mode) {
        Tensor first = states.first();
        Fill.zero(first);
        if (mode == Mode.TRAIN && layer.noise() > 0) {
            var draws = layer.start().streams().with("step", trained++).open("h0");
            for (int i = 0; i < first.shape().count(); i++) {
                int at = ragged.row(i / layer.units()) * layer.units() + i % layer.units();
                first.set(at, layer.noise() * draws.gaussian());
            }
        }
    }

    @Override
    public Tensor backward(Tensor dy) {
        backwardThroughTime(dy);
        Matrix history = states.history();
        for (Drive drive : drives) {
            drive.backwardToInputs(drive.endBackward(history));
        }
        if (!inputGradient.shape().equals(inputs.shape())) {
            inputGradient = inputs.like(inputs.shape());
        }
        feed.handOver(inputGradient);
        return inputGradient;
    }

    @Override
    public void backwardToParameters(Tensor dy) {
        backwardThroughTime(dy);
        Matrix history = states.history();
        for (int i = 0; i < drives.size(); i++) {
            drives.get(i).endBackward(history);
        }
    }

    private void backwardThroughTime(Tensor dy) {
        states.takeGradient(dy);
        cell.beginBackward();
        for (int i = 0; i < drives.size(); i++) {
            drives.get(i).beginBackward();
        }
        for (int t = ragged.steps() - 1; t >= 0; t--) {
            states.observe(t);
            cell.backward(t, states);
        }
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public double[] gradientByTime() {
        return states.gradientNorms();
    }

    @Override
    public void forget() {
        sites.forEach(Site::forget);
    }

    @Override
    public boolean hasRunningMoments() {
        return sites.stream().anyMatch(Site::hasRunningMoments);
    }

    @Override
    public Optional<Long> valuesPerStatistic() {
        return sites.stream()
                .flatMap(site -> site.valuesPerStatistic().stream())
                .min(Long::compare);
    }
}
