package org.normlab.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table in the package's documentation is the catalogue's. */
class PackageTableTest {
    @Test
    void theTableComesFromTheCatalogue() throws IOException {
        Path source = Path.of("src/main/java/org/normlab/variants/package-info.java");
        List<String> table = Files.readAllLines(source).stream()
                .filter(line -> line.contains(" | "))
                .map(line -> line.replaceFirst("^ \\* ", ""))
                .toList();
        assertThat(table.subList(1, table.size())).isEqualTo(Variants.standard().table());
    }
}
