package org.normlab.report.net.recurrent;

import java.util.List;
import org.normlab.core.Tensor;
import org.normlab.report.net.Matrix;
import org.normlab.report.net.Mode;

/** z, r = s(p + q + b); n = tanh(p + b + r·q) of a drive of its own; h = (1 − z)·h' + z·n. */
final class GruCell implements Cell {
    private final Drive gates;
    private final Drive candidate;
    private final Tape opened;
    private final Tape proposed;
    private final Tape recalled;
    private double[] p = {};
    private double[] q = {};
    private double[] u = {};

    GruCell(Drive gates, Drive candidate, int units) {
        this.gates = gates;
        this.candidate = candidate;
        opened = new Tape(2 * units);
        proposed = new Tape(units);
        recalled = new Tape(units);
    }

    @Override
    public List<Drive> drives() {
        return List.of(gates, candidate);
    }

    @Override
    public void reserve(int rows, int units) {
        opened.reserve(rows);
        proposed.reserve(rows);
        recalled.reserve(rows);
        if (u.length < rows * units) {
            p = new double[2 * rows * units];
            q = new double[2 * rows * units];
            u = new double[rows * units];
        }
    }

    @Override
    public void forward(int step, States states, Mode mode) {
        int units = states.units();
        int count = states.count(step);
        double[] gate = opened.at(step);
        double[] n = proposed.at(step);
        double[] recall = recalled.at(step);
        gates.forward(step, states.before(step), mode, p, q);
        for (int i = 0; i < 2 * count; i++) {
            gate[i] = p[i] + q[i];
        }
        Squash.FASTEST.sigmoid(gate, 0, 2 * count);
        candidate.forward(step, states.before(step), mode, u, recall);
        Tensor before = states.before(step).tensor();
        Tensor h = states.after(step).tensor();
        for (int i = 0, k = 0; i < count; i++, k++) {
            k += i % units == 0 && i > 0 ? units : 0;
            n[i] = u[i] + gate[k + units] * recall[i];
        }
        Squash.FASTEST.tanh(n, 0, count);
        for (int i = 0, k = 0; i < count; i++, k++) {
            k += i % units == 0 && i > 0 ? units : 0;
            h.set(i, (1 - gate[k]) * before.get(i) + gate[k] * n[i]);
        }
    }

    @Override
    public void backward(int step, States states) {
        int units = states.units();
        double[] gate = opened.at(step);
        double[] n = proposed.at(step);
        double[] recall = recalled.at(step);
        double[] dh = states.gradient();
        Tensor before = states.before(step).tensor();
        for (int i = 0, k = 0; i < states.count(step); i++, k++) {
            k += i % units == 0 && i > 0 ? units : 0;
            double z = gate[k];
            double r = gate[k + units];
            double dn = dh[i] * z * (1 - n[i] * n[i]);
            p[k] = dh[i] * (n[i] - before.get(i)) * z * (1 - z);
            p[k + units] = dn * recall[i] * r * (1 - r);
            u[i] = dn;
            q[i] = dn * r;
            dh[i] *= 1 - z;
        }
        Matrix through = states.cleared(step);
        candidate.backward(step, u, q, through);
        gates.backward(step, p, p, through);
        states.addThrough(step);
    }
}
