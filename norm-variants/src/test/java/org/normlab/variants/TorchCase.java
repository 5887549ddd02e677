package org.normlab.variants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.normlab.core.Affine;
import org.normlab.core.Epsilon;
import org.normlab.core.RunningMoments;
import org.normlab.core.RunningRule;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.variants.contract.Precision;

/** One reference case: an operator, its attributes, and its tensors by role; inputs are exact in either precision. */
record TorchCase(
        String name, String op, Map<String, String> attributes, Map<String, String> tensors, Precision precision) {
    private static final String ROOT = "/torch/";
    private static final String OUT = "out:";

    /** The lines of a table of the vectors, without its header, cut at tabs. */
    static List<String[]> table(String file) {
        try (InputStream in = Objects.requireNonNull(TorchCase.class.getResourceAsStream(ROOT + file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TorchCase> all() {
        return table("index.tsv").stream().map(TorchCase::parse).toList();
    }

    private static TorchCase parse(String[] row) {
        Map<String, String> tensors = pairs(row[3]);
        pairs(row[4]).forEach((role, tensor) -> tensors.put(OUT + role, tensor));
        return new TorchCase(row[0], row[1], pairs(row[2]), tensors, Precision.FLOAT64);
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(";")) {
            pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return pairs;
    }

    TorchCase in(Precision other) {
        return new TorchCase(name, op, attributes, tensors, other);
    }

    List<String> outputs() {
        return tensors.keySet().stream()
                .filter(role -> role.startsWith(OUT))
                .map(role -> role.substring(OUT.length()))
                .toList();
    }

    boolean has(String input) {
        return tensors.containsKey(input);
    }

    double[] expected(String output) {
        return values(OUT + output);
    }

    double[] values(String role) {
        return Npy.read(ROOT + name + "/"
                + Objects.requireNonNull(tensors.get(role), role).split(":")[0]);
    }

    int[] sizes(String role) {
        String dims = Objects.requireNonNull(tensors.get(role), role).split(":")[2];
        return Arrays.stream(dims.split("x")).mapToInt(Integer::parseInt).toArray();
    }

    /** An input as examples by channels by positions. */
    Tensor tensor(String role) {
        int[] sizes = sizes(role);
        String layout = sizes.length == 3 ? "NCL" : sizes.length == 5 ? "NCDHW" : "NCHW".substring(0, sizes.length);
        return precision.tensor(Shape.of(layout, sizes), values(role));
    }

    Affine affine(Affine.Scope scope) {
        Affine affine = Affine.none().scope(scope);
        affine = has("weight") ? affine.weight(parameter("weight")) : affine;
        return has("bias") ? affine.bias(parameter("bias")) : affine;
    }

    private Tensor parameter(String role) {
        double[] values = values(role);
        return precision.tensor(Shape.of("C", values.length), values);
    }

    boolean flag(String attribute) {
        return Boolean.parseBoolean(attributes.get(attribute));
    }

    int number(String attribute) {
        return Integer.parseInt(Objects.requireNonNull(attributes.get(attribute), attribute));
    }

    int[] numbers(String attribute) {
        String list = Objects.requireNonNull(attributes.get(attribute), attribute);
        return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    Optional<Double> value(String attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .filter(text -> !text.equals("none"))
                .map(Double::parseDouble);
    }

    /** ε, by default the machine epsilon of float64. */
    Epsilon epsilon() {
        return Epsilon.inside(value("eps").orElse(0x1p-52));
    }

    /** PyTorch's momentum is the weight of the new batch; none is a plain average. */
    RunningRule rule() {
        return value("momentum").map(RunningRule.TORCH::weightOfNewBatch).orElse(RunningRule.CUMULATIVE);
    }

    /** The running statistics before the call. */
    RunningMoments running(RunningRule rule) {
        return RunningMoments.of(rule, values("running_mean"), values("running_var"), 0);
    }

    @Override
    public String toString() {
        return name;
    }
}
