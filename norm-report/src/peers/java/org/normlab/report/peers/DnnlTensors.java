package org.normlab.report.peers;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.normlab.core.Tensor;
import org.normlab.report.peers.Form.Kind;
import org.normlab.report.peers.Form.Order;

/**
 * Tensors in oneDNN's own memory.
 *
 * @param engine where they lie
 * @param form how they are seen
 */
record DnnlTensors(engine engine, Form form) {

    /** Examples by channels, and by positions where there are any; layer norm has its normalized axis last. */
    memory.desc data() {
        return data(form.examples());
    }

    private memory.desc data(long n) {
        long c = form.channels();
        long s = form.positions();
        if (form.kind() == Kind.LAYER) {
            return s == 1 ? plain(n, c) : strided(new long[] {n, s, c}, s * c, 1, s);
        }
        if (s == 1 && form.kind() == Kind.BATCH) {
            return plain(n, c);
        }
        return form.order() == Order.CHANNELS_LAST
                ? strided(new long[] {n, c, s}, s * c, 1, c)
                : strided(new long[] {n, c, s}, s * c, s, 1);
    }

    /** One mean or variance for each row of a layer norm. */
    memory.desc rows() {
        return form.positions() == 1
                ? strided(new long[] {form.examples()}, 1)
                : plain(form.examples(), form.positions());
    }

    private static memory.desc plain(long rows, long columns) {
        return strided(new long[] {rows, columns}, columns, 1);
    }

    private static memory.desc strided(long[] sizes, long... strides) {
        return new memory.desc(sizes, memory.data_type.f32, strides);
    }

    /** All parts, zero. */
    memory all() {
        return new memory(data((long) form.examples() * form.parts()), engine);
    }

    /** All parts of a tensor. */
    memory all(Tensor values) {
        memory all = all();
        floats(all).put(values.toFMatrix().data);
        return all;
    }

    /** One part of all. */
    memory part(memory all, int part) {
        long length = (long) form.examples() * form.channels() * form.positions();
        return new memory(data(), engine, floats(all).getPointer(part * length));
    }

    /** A value a channel, the given ones again and again. */
    memory channels(double... values) {
        memory channels = new memory(strided(new long[] {form.channels()}, 1), engine);
        float[] floats = new float[form.channels()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i % values.length];
        }
        floats(channels).put(floats);
        return channels;
    }

    /** The elements of a tensor. */
    static double[] read(memory memory, int count) {
        float[] floats = new float[count];
        floats(memory).get(floats);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = floats[i];
        }
        return values;
    }

    private static FloatPointer floats(memory memory) {
        return new FloatPointer(memory.get_data_handle());
    }
}
