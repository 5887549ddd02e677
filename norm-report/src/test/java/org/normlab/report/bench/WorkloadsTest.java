package org.normlab.report.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normlab.core.NormException;
import org.normlab.core.Shape;
import org.normlab.variants.Variants;

class WorkloadsTest {

    @Test
    void bundledShapesAreAllOfUse() {
        List<Workload> all = Workloads.bundled();
        assertThat(all)
                .hasSize(85)
                .allSatisfy(workload -> assertThat(workload.source()).isNotBlank());
        assertThat(all)
                .contains(new Workload(
                        "group", Shape.nchw(2, 320, 96, 96), "Stable Diffusion U-Net", Map.of("groups", "32")));
    }

    @Test
    void costsAreMeasuredOfEveryVariant() {
        assertThat(Workloads.read(Path.of("..", "docs", "costs.tsv")))
                .extracting(Workload::variant)
                .containsExactlyInAnyOrderElementsOf(Variants.standard().all().stream()
                        .map(variant -> variant.description().id())
                        .toList());
    }

    @Test
    void fewHasEveryVariantInEveryLayoutOnce() {
        List<Workload> all = Workloads.bundled();
        assertThat(Workloads.few(all))
                .extracting(workload -> workload.variant() + workload.shape().layout())
                .doesNotHaveDuplicates()
                .containsAll(all.stream()
                        .map(workload -> workload.variant() + workload.shape().layout())
                        .toList());
    }

    @Test
    void variantsAreChosenByAnyOfTheirNames() {
        assertThat(Workloads.of(List.of("rms"), Workloads.bundled()))
                .hasSize(4)
                .allMatch(workload -> workload.variant().equals("rms"));
        assertThatThrownBy(() -> Workloads.of(List.of("spectral-typo"), Workloads.bundled()))
                .isInstanceOf(NormException.class);
    }

    @Test
    void aLineThatIsNoneIsRefused(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("shapes.tsv"), Workload.HEADER + "\nbatch\tNC\t2 by 3\tmine\t-\t1\n");
        assertThatThrownBy(() -> Workloads.read(file))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("2 by 3");
        assertThatThrownBy(() -> Workloads.read(folder.resolve("absent")))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("absent");
    }
}
