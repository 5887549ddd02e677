package org.normlab.report.net.recurrent;

import java.util.List;
import org.normlab.core.Tensor;
import org.normlab.report.net.Mode;

/** h = tanh(p + q + b). */
final class RnnCell implements Cell {
    private final Drive drive;
    private double[] p = {};
    private double[] q = {};

    RnnCell(Drive drive) {
        this.drive = drive;
    }

    @Override
    public List<Drive> drives() {
        return List.of(drive);
    }

    @Override
    public void reserve(int rows, int units) {
        if (p.length < rows * units) {
            p = new double[rows * units];
            q = new double[rows * units];
        }
    }

    @Override
    public void forward(int step, States states, Mode mode) {
        drive.forward(step, states.before(step), mode, p, q);
        int count = states.count(step);
        for (int i = 0; i < count; i++) {
            p[i] += q[i];
        }
        Squash.FASTEST.tanh(p, 0, count);
        Fill.set(states.after(step), 0, p, count);
    }

    @Override
    public void backward(int step, States states) {
        Tensor h = states.after(step).tensor();
        double[] dh = states.gradient();
        for (int i = 0; i < states.count(step); i++) {
            double y = h.get(i);
            p[i] = dh[i] * (1 - y * y);
            dh[i] = 0;
        }
        drive.backward(step, p, p, states.cleared(step));
        states.addThrough(step);
    }
}
