package org.normlab.report.net.recurrent;

import java.util.List;
import java.util.Optional;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.net.MatMul;
import org.normlab.report.net.Mode;
import org.normlab.report.net.Parameter;
import org.normlab.report.net.Piece;
import org.normlab.report.random.Stream;

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
    private Optional<Tensor> outputs = Optional.empty();
    private Optional<Tensor> inputGradient = Optional.empty();
    private Optional<Tensor> inputs = Optional.empty();
    private int[] lengths = {};
    private long trained;

    private Recurrence(RecurrentLayer layer, int channels, Ragged ragged, Feed feed, MatMul products) {
        this.layer = layer;
        this.ragged = ragged;
        this.feed = feed;
        cell = new Parts(layer, ragged, feed, channels, products).cell();
        states = new States(ragged, layer.start().precision(), layer.units());
        parameters = cell.parameters().toList();
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
        inputs = Optional.of(x);
        ragged.take(lengths, most);
        states.reserve(count, most);
        cell.reserve(count, layer.units());
        cell.drives().forEach(drive -> drive.reserve(count, most));
        sites().forEach(site -> site.begin(mode));
        first(mode);
        feed.take(x);
        for (Drive drive : cell.drives()) {
            drive.begin(mode);
        }
        for (int t = 0; t < ragged.steps(); t++) {
            cell.forward(t, states, mode);
        }
        Tensor y = like(outputs, x, Shape.nc(count, layer.units()));
        outputs = Optional.of(y);
        states.last(y);
        return y;
    }

    /** The first state: zeros, or noise in training, drawn example by example so that all layers of a comparison share it. */
    private void first(Mode mode) {
        Tensor first = states.first();
        Fill.zero(first);
        if (mode == Mode.TRAIN && layer.noise() > 0) {
            Stream draws = layer.start().streams().with("step", trained++).open("h0");
            for (int i = 0; i < first.shape().count(); i++) {
                int at = ragged.row(i / layer.units()) * layer.units() + i % layer.units();
                first.set(at, layer.noise() * draws.gaussian());
            }
        }
    }

    private static Tensor like(Optional<Tensor> last, Tensor precision, Shape shape) {
        return last.filter(tensor -> tensor.shape().equals(shape)).orElseGet(() -> precision.like(shape));
    }

    @Override
    public Tensor backward(Tensor dy) {
        backwardThroughTime(dy);
        for (Drive drive : cell.drives()) {
            drive.backwardToInputs(drive.endBackward(states.history()));
        }
        Tensor x = inputs.orElseThrow();
        Tensor dx = like(inputGradient, x, x.shape());
        inputGradient = Optional.of(dx);
        feed.handOver(dx);
        return dx;
    }

    @Override
    public void backwardToParameters(Tensor dy) {
        backwardThroughTime(dy);
        for (Drive drive : cell.drives()) {
            drive.endBackward(states.history());
        }
    }

    private void backwardThroughTime(Tensor dy) {
        states.takeGradient(dy);
        cell.beginBackward();
        cell.drives().forEach(Drive::beginBackward);
        for (int t = ragged.steps() - 1; t >= 0; t--) {
            states.observe(t);
            cell.backward(t, states);
        }
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    private java.util.stream.Stream<Site> sites() {
        return java.util.stream.Stream.concat(cell.drives().stream().flatMap(Drive::sites), cell.sites());
    }

    @Override
    public double[] gradientByTime() {
        return states.gradientNorms();
    }

    @Override
    public void forget() {
        sites().forEach(Site::forget);
    }

    @Override
    public Optional<Long> valuesPerStatistic() {
        return sites().flatMap(site -> site.valuesPerStatistic().stream()).min(Long::compare);
    }
}
