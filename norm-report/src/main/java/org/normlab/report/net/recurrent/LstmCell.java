package org.normlab.report.net.recurrent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normlab.core.Tensor;
import org.normlab.report.net.Matrix;
import org.normlab.report.net.Mode;

/**
 * f, i, o, g = p + q + b; raw = s(f)·c' + s(i)·tanh(g); h = s(o)·tanh(m) with m = raw or its norm. What is carried on as c is raw, or m
 * where the definition says so.
 */
final class LstmCell implements Cell {
    private static final int GATES = 4;

    private final Drive drive;
    private final Optional<Site> site;
    private final Carry carry;
    private final int units;
    private final Tape gates;
    private final Tape carried;
    private final Tape shown;
    private final Stack raws;
    private final Stack normalized;
    private final Stack gradients;
    private double[] p = {};
    private double[] q = {};
    private double[] dm = {};
    private double[] dc = {};

    /** What becomes c' of the next step. */
    enum Carry {
        /** raw. */
        RAW,
        /** m. */
        NORMALIZED
    }

    LstmCell(Drive drive, Optional<Site> site, Carry carry, RecurrentLayer layer) {
        this.drive = drive;
        this.site = site;
        this.carry = carry;
        units = layer.units();
        gates = new Tape(GATES * units);
        carried = new Tape(units);
        shown = new Tape(units);
        raws = new Stack(layer.start().precision(), units);
        normalized = new Stack(layer.start().precision(), units);
        gradients = new Stack(layer.start().precision(), units);
    }

    @Override
    public List<Drive> drives() {
        return List.of(drive);
    }

    @Override
    public Stream<Site> sites() {
        return site.stream();
    }

    @Override
    public void reserve(int rows, int width) {
        gates.reserve(rows);
        carried.reserve(rows);
        shown.reserve(rows);
        raws.reserve(rows);
        normalized.reserve(rows);
        gradients.reserve(rows);
        if (dc.length < rows * units) {
            p = new double[GATES * rows * units];
            q = new double[GATES * rows * units];
            dm = new double[rows * units];
            dc = new double[rows * units];
        }
    }

    @Override
    public void forward(int step, States states, Mode mode) {
        drive.forward(step, states.before(step), mode, p, q);
        int rows = states.count(step) / units;
        double[] c = carried.at(step + 1);
        open(rows, gates.at(step));
        update(rows, gates.at(step), carried.at(step), c);
        double[] m = site.isPresent() ? normalized(step, rows, c, mode) : c;
        show(step, rows, m, states.after(step).tensor());
        if (carry == Carry.NORMALIZED) {
            System.arraycopy(m, 0, c, 0, rows * units);
        }
    }

    /** The gates of each row: f, i and o by the sigmoid, g by tanh. */
    private void open(int rows, double[] gate) {
        int width = GATES * units;
        for (int k = 0; k < rows * width; k++) {
            gate[k] = p[k] + q[k];
        }
        for (int from = 0; from < rows * width; from += width) {
            Squash.FASTEST.sigmoid(gate, from, width - units);
            Squash.FASTEST.tanh(gate, from + width - units, units);
        }
    }

    private void update(int rows, double[] gate, double[] before, double[] c) {
        for (int row = 0, i = 0; row < rows; row++) {
            int k = row * GATES * units;
            for (int j = 0; j < units; j++, i++, k++) {
                c[i] = gate[k] * before[i] + gate[k + units] * gate[k + 3 * units];
            }
        }
    }

    private double[] normalized(int step, int rows, double[] raw, Mode mode) {
        Matrix x = raws.matrix(step, rows);
        Matrix y = normalized.matrix(step, rows);
        Fill.set(x, 0, raw, rows * raws.width());
        site.orElseThrow().forward(step, x.tensor(), y.tensor(), mode);
        Fill.get(y, 0, dm, rows * raws.width());
        return dm;
    }

    private void show(int step, int rows, double[] m, Tensor h) {
        double[] gate = gates.at(step);
        double[] tanh = shown.at(step);
        System.arraycopy(m, 0, tanh, 0, rows * units);
        Squash.FASTEST.tanh(tanh, 0, rows * units);
        for (int row = 0, i = 0; row < rows; row++) {
            int o = (row * GATES + 2) * units;
            for (int j = 0; j < units; j++, i++) {
                h.set(i, gate[o + j] * tanh[i]);
            }
        }
    }

    @Override
    public void beginBackward() {
        Arrays.fill(dc, 0);
    }

    @Override
    public void backward(int step, States states) {
        int rows = states.count(step) / units;
        double[] gate = gates.at(step);
        hide(rows, gate, shown.at(step), states.gradient());
        if (site.isPresent()) {
            throughNorm(step, rows, rows * units);
        } else {
            addTo(dc, dm, rows * units);
        }
        downdate(rows, gate, carried.at(step));
        drive.backward(step, p, p, states.cleared(step));
        states.addThrough(step);
    }

    /** The gradients of o and m from that of h, which becomes 0. */
    private void hide(int rows, double[] gate, double[] tanh, double[] dh) {
        for (int row = 0, i = 0; row < rows; row++) {
            int k = (row * GATES + 2) * units;
            for (int j = 0; j < units; j++, i++, k++) {
                double o = gate[k];
                p[k] = dh[i] * tanh[i] * o * (1 - o);
                dm[i] = dh[i] * o * (1 - tanh[i] * tanh[i]);
                dh[i] = 0;
            }
        }
    }

    /** dc becomes the gradient of raw. */
    private void throughNorm(int step, int rows, int count) {
        Matrix dy = gradients.matrix(0, rows);
        Matrix dx = gradients.matrix(1, rows);
        if (carry == Carry.NORMALIZED) {
            addTo(dm, dc, count);
            Arrays.fill(dc, 0, count, 0);
        }
        Fill.set(dy, 0, dm, count);
        site.orElseThrow().backward(raws.tensor(step, rows), dy.tensor(), dx.tensor());
        Fill.get(dx, 0, dm, count);
        addTo(dc, dm, count);
    }

    private static void addTo(double[] target, double[] source, int count) {
        for (int i = 0; i < count; i++) {
            target[i] += source[i];
        }
    }

    /** The gradients of f, i and g; dc becomes that of c'. */
    private void downdate(int rows, double[] gate, double[] before) {
        for (int row = 0, x = 0; row < rows; row++) {
            int k = row * GATES * units;
            for (int j = 0; j < units; j++, x++, k++) {
                double f = gate[k];
                double i = gate[k + units];
                double g = gate[k + 3 * units];
                p[k] = dc[x] * before[x] * f * (1 - f);
                p[k + units] = dc[x] * g * i * (1 - i);
                p[k + 3 * units] = dc[x] * i * (1 - g * g);
                dc[x] *= f;
            }
        }
    }
}
