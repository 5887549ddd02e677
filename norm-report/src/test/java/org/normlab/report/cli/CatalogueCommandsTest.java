package org.normlab.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.Axes;
import org.normlab.core.Gradients;
import org.normlab.core.Normalized;
import org.normlab.core.Normalizer;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;
import org.normlab.report.cli.law.Laws;
import org.normlab.variants.Variants;

/** What is known about variants, and their laws. */
class CatalogueCommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"variants", "data", "networks", "keys", "rules", "laws", "claims", "shapes"})
    void listsFitATerminal(String topic) {
        Cli list = Cli.run("list", topic);
        assertThat(list.code()).isZero();
        assertThat(list.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(Cli.run("list", topic, "--json").out())
                .startsWith("{\"schema\":\"norm.list/1\",\"topic\":\"" + topic);
    }

    @Test
    void everyVariantIsListedAndExplained() {
        String list = Cli.run("list").out();
        Variants.standard().all().forEach(variant -> {
            String id = variant.description().id();
            assertThat(list).containsPattern("(?m)^" + id + " ");
            Cli explained = Cli.run("explain", id);
            assertThat(explained.out()).startsWith(id + " ").contains("  formula ", "  NCHW 8x64x7x7 ", "  gradient ");
            assertThat(explained.out().lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        });
    }

    @Test
    void theRulesAreThese() {
        assertThat(Cli.run("list", "rules").out()).isEqualTo("""
                name        weight_of_new_batch  average      variance
                torch       0.1                  exponential  unbiased
                onnx        0.1                  exponential  biased
                keras       0.01                 exponential  biased
                cumulative  1/t                  equal        unbiased
                debiased    0.01                 debiased     biased
                """);
    }

    @Test
    void everyRuleAndClaimIsExplained() {
        Stream<String> choice = IntStream.rangeClosed(1, 10).mapToObj(i -> "R" + i);
        Stream<String> claims = IntStream.rangeClosed(1, 23).mapToObj(i -> "C" + i);
        Stream<String> running = Stream.of("torch", "onnx", "keras", "cumulative", "debiased");
        Stream.of(choice, claims, running).flatMap(names -> names).forEach(name -> {
            Cli explained = Cli.run("explain", name);
            assertThat(explained.code()).as(explained.err()).isZero();
            assertThat(explained.out()).startsWith("name").contains(name);
            assertThat(explained.out().lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        });
        assertThat(Cli.run("explain", "r8", "--json").out())
                .startsWith("{\"schema\":\"norm.explain/1\",\"name\":\"R8\",\"when\":");
    }

    @Test
    void aRuleOfChoiceHasNoStudy() {
        Cli explained = Cli.run("explain", "R8", "--study");
        assertThat(explained.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(explained.err()).contains("R8 has no study; name a claim");
        assertThat(Cli.run("explain", "C12", "--study").err()).contains("C12 has no study");
    }

    @Test
    void batchIsExplainedWithWhatFrameworksMean() {
        assertThat(Cli.run("explain", "bn").out())
                .contains(
                        "eps 1e-3",
                        "momentum 0.99 weighs the old value",
                        "M2/(m - 1)",
                        "N,H,W: 64 statistics of m = 392");
    }

    @Test
    void everyVariantKeepsItsLaws() {
        Cli check = Cli.run("check", "--tries", "6");
        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.out()).doesNotContain("BROKEN");
    }

    @Test
    void aVariantThatIsCheckedAloneShowsEveryLaw() {
        Cli check = Cli.run("check", "layer", "--tries", "6", "--seed", "5");
        Laws.all().forEach(law -> assertThat(check.out()).containsPattern("(?m)^" + law.name() + " +(holds|off) "));
        assertThat(check.out()).contains("depends: t").endsWith("seed 5\n");
    }

    @Test
    void brokenLawsAreNamedAndEndWithFive() {
        Cli check = Cli.run("check", Faulty.class.getName(), "--tries", "4");
        assertThat(check.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(check.out())
                .containsPattern("(?m)^gradient +BROKEN +4 +d input")
                .containsPattern("(?m)^pure +BROKEN");
        assertThat(Cli.run("check", Faulty.class.getName(), "--tries", "4", "--json")
                        .out())
                .contains("\"law\":\"gradient\"", "\"result\":\"broken\"");
    }

    @Test
    void aVariantThatFailsBreaksItsLaws() {
        Cli check = Cli.run("check", Failing.class.getName(), "--tries", "4");
        assertThat(check.code()).as(check.err()).isEqualTo(ExitCode.REFUSED.number());
        Laws.all()
                .forEach(
                        law -> assertThat(check.out()).containsPattern("(?m)^" + law.name() + " +BROKEN +1 +on \\w+ "));
    }

    /** Reads beyond the end of its input. */
    public static final class Failing implements Normalizer {
        @Override
        public Axes reductionAxes(Shape view) {
            return new Axes(0);
        }

        @Override
        public Normalized forward(Tensor x, Tensor y) {
            throw new ArrayIndexOutOfBoundsException(x.shape().count());
        }
    }

    /** Doubles its input in place, and forgets the factor in its gradient. */
    public static final class Faulty implements Normalizer {
        @Override
        public Axes reductionAxes(Shape view) {
            return new Axes(0);
        }

        @Override
        public Normalized forward(Tensor x, Tensor y) {
            Normalized once =
                    Variants.standard().create("none", x.shape(), Map.of()).forward(x, y);
            for (int i = 0; i < x.shape().count(); i++) {
                y.set(i, 2 * x.get(i));
            }
            return new Forgetful(once, x);
        }
    }

    private record Forgetful(Normalized once, Tensor x) implements Normalized {
        @Override
        public Tensor output() {
            return once.output();
        }

        @Override
        public org.normlab.core.Moments moments() {
            return once.moments();
        }

        @Override
        public Gradients gradients() {
            return once.gradients();
        }

        @Override
        public Gradients backward(Tensor dy, Gradients target) {
            Gradients gradients = once.backward(dy, target);
            List.of(x, dy).forEach(tensor -> tensor.set(0, 0));
            return gradients;
        }

        @Override
        public Normalized again() {
            return this;
        }
    }
}
