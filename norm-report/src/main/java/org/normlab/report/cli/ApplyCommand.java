package org.normlab.report.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Normalizer;
import org.normlab.core.Tensor;
import org.normlab.report.data.NdArray;
import org.normlab.report.data.Npy;
import org.normlab.variants.Variant;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code norm apply}: one variant on files, so that any language can check or use the library. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs one variant on a tensor in an NPY file; prints the names of the files it writes.",
            "Outputs have the element type of the input.",
            "",
            "Examples:",
            "  norm apply layer --input x.npy --output y.npy --layout NTC",
            "  norm apply batch --input x.npy --output y.npy --param weight=w.npy \\",
            "      --grad-output dy.npy --grad-prefix grad --state-out bn.safetensors",
            "  norm apply bn --mode eval --param running_mean=m.npy --param running_var=v.npy \\",
            "      --input x.npy --output y.npy",
            ""
        })
final class ApplyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "VARIANT", description = "Its name, as in `norm list`.")
    private String name = "";

    @Option(names = "--input", required = true, paramLabel = "X.npy", description = "The tensor.")
    private Path input = Path.of("");

    @Option(
            names = "--output",
            required = true,
            paramLabel = "Y.npy",
            description = {
                "Where the output goes. Training writes what it moved beside it,",
                "as Y.npy.running_mean.npy and Y.npy.running_var.npy."
            })
    private String output = "";

    @Option(names = "--param", paramLabel = "NAME=FILE", description = "A parameter or state tensor, by name.")
    private Map<String, Path> params = Map.of();

    @Option(names = "--option", paramLabel = "KEY=VALUE", description = "An option, as in `norm explain VARIANT`.")
    private Map<String, String> options = Map.of();

    @Option(
            names = "--layout",
            description = {
                "One letter an axis: N examples, C channels, others positions",
                "(default: NC, NCL, NCHW or NCDHW by rank)."
            })
    private String layout = "";

    @Option(
            names = "--mode",
            description = {
                "train: statistics of the input; eval: running ones; if none are given, those",
                "of the input (default: ${DEFAULT-VALUE})."
            })
    private Mode mode = Mode.train;

    @ArgGroup(exclusive = false)
    private Loss loss = new Loss();

    @Option(names = "--state-out", paramLabel = "S.safetensors", description = "Where parameters and state go.")
    private Optional<Path> stateOut = Optional.empty();

    @Mixin
    private Catalogue catalogue = new Catalogue();

    @Mixin
    private Output out = new Output();

    /** A loss through its gradient. */
    private static final class Loss {
        @Option(names = "--grad-output", required = true, paramLabel = "DY.npy", description = "Runs backward too.")
        private Optional<Path> output = Optional.empty();

        @Option(
                names = "--grad-prefix",
                required = true,
                paramLabel = "P",
                description = {"Gradients go to P.input.npy and P.NAME.npy."})
        private String prefix = "";

        /** The gradient of the output, in the element type and layout of the input. */
        Optional<Tensor> gradient(Tensor x) {
            return output.map(Npy::read).map(array -> like(x, array));
        }

        private Tensor like(Tensor x, NdArray array) {
            if (!java.util.Arrays.equals(array.sizes(), x.shape().sizes())) {
                throw NormException.about(Kind.SHAPE, "apply", "--grad-output", array)
                        .because("is not of the input's shape " + x.shape(), "give the gradient of the output");
            }
            Tensor dy = x.like(x.shape());
            array.tensor(x.shape().layout()).copyTo(dy);
            return dy;
        }
    }

    @Override
    public Integer call() {
        Variant variant = catalogue.variant(name);
        Given given = Given.read(variant, options, params);
        Tensor x = Layout.tensor(Npy.read(input), layout);
        Optional<Tensor> dy = loss.gradient(x);
        Normalizer fresh = given.create(x);
        Prepared prepared = Prepared.of(
                fresh,
                given.tensors(fresh, x.shape()),
                variant.description().text(org.normlab.variants.Description.Field.STATE),
                mode);
        if (prepared.fellBack(mode)) {
            out.note("no running statistics were given; those of the input are used");
        }
        Map<String, Object> files =
                written(Results.of(prepared, x, dy), variant.description().id()).write();
        out.answer(
                () -> files.values().stream().map(String::valueOf).collect(Collectors.joining("\n")),
                () -> Map.of("files", files));
        return ExitCode.DONE.number();
    }

    private Written written(Results results, String id) {
        Written written = new Written();
        written.add("output", output, results.output());
        results.moved().forEach((state, array) -> written.add(state, output + "." + state + ".npy", array));
        results.gradients().ifPresent(gradients -> {
            written.add("grad input", loss.prefix + ".input.npy", gradients.input());
            gradients
                    .parameters()
                    .forEach((parameter, gradient) ->
                            written.add("grad " + parameter, loss.prefix + "." + parameter + ".npy", gradient));
        });
        stateOut.ifPresent(place -> written.add("state", place, results.stored(id)));
        return written;
    }
}
