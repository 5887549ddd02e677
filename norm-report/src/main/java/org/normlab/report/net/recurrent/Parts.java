package org.normlab.report.net.recurrent;

import java.util.Locale;
import java.util.Optional;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.net.MatMul;
import org.normlab.report.net.Parameter;

/** Makes the cell of one recurrent layer. */
final class Parts {
    private static final int LSTM_GATES = 4;
    private static final int GRU_GATES = 2;

    private final RecurrentLayer layer;
    private final Ragged ragged;
    private final Feed feed;
    private final int channels;
    private final MatMul products;
    private final Sites sites;

    Parts(RecurrentLayer layer, Ragged ragged, Feed feed, int channels, MatMul products) {
        this.layer = layer;
        this.ragged = ragged;
        this.feed = feed;
        this.channels = channels;
        this.products = products;
        sites = new Sites(layer);
    }

    Cell cell() {
        String name = layer.kind().name().toLowerCase(Locale.ROOT);
        return switch (layer.kind()) {
            case RNN -> new RnnCell(drive(name, 1, sites.wiring()));
            case LSTM ->
                new LstmCell(
                        drive(name, LSTM_GATES, sites.wiring()), sites.cell(name, layer.units()), sites.carry(), layer);
            case GRU ->
                new GruCell(
                        drive(name + ".gates", GRU_GATES, sites.wiring()),
                        drive(name + ".candidate", 1, Drive.Wiring.APART),
                        layer.units());
        };
    }

    private Drive drive(String name, int gates, Drive.Wiring wiring) {
        Shape outputs = Shape.of("GC", gates, layer.units());
        Parameter input = Weights.uniform(name + ".input_weight", layer.start(), channels, outputs);
        Parameter hidden = Weights.orthogonal(name + ".hidden_weight", layer.start(), outputs);
        int width = outputs.count();
        Inflow inflow = new Inflow(feed, ragged, input, sites.input(name, width), sites.reach());
        Feedback feedback = new Feedback(products, ragged, hidden, sites.hidden(name, width));
        return new Drive(ragged, inflow, feedback, bias(name, width), wiring);
    }

    private Drive.Bias bias(String name, int width) {
        Tensor values = layer.start().precision().like(Shape.of("C", width));
        if (layer.kind() == Kind.LSTM && !sites.hiddenNormForgets()) {
            sites.openForgetGate(values);
        }
        return new Drive.Bias(
                values,
                sites.hasBias()
                        ? Optional.of(Parameter.of(name + ".bias", Parameter.Role.BIAS, values))
                        : Optional.empty());
    }
}
