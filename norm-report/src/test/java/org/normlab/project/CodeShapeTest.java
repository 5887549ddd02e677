package org.normlab.project;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Holds files and methods to the sizes that let a newcomer read all of them. */
class CodeShapeTest {

    @Test
    void filesStayShort() {
        Sizes<Sources.File> sizes = new Sizes<>(Sources.files(), Sources.File::lines);
        sizes.hold(80, 200, 400);
    }

    @Test
    void variantsAreAFewLinesEach() {
        List<Sources.File> variants = Sources.files().stream()
                .filter(file -> file.path().startsWith("norm-variants/src/main"))
                .toList();
        new Sizes<>(variants, Sources.File::lines).hold(59, 200, 400);
    }

    @Test
    void everyFolderHasAMap() {
        Set<Path> folders = Sources.files().stream()
                .filter(file -> file.path().toString().contains("/src/main/java/org/"))
                .map(file -> file.path().getParent())
                .collect(toSet());
        assertThat(folders).hasSizeGreaterThan(20);
        assertThat(folders)
                .allSatisfy(folder -> assertThat(Sources.root().resolve(folder).resolve("package-info.java"))
                        .exists());
    }

    @Test
    void methodsStayShort() throws IOException {
        new Sizes<>(Sources.methods(), Sources.Method::lines).hold(6, 20, 60);
    }

    @Test
    void methodsTakeFewParameters() throws IOException {
        new Sizes<>(Sources.methods(), Sources.Method::parameters).hold(5, 5, 5);
    }

    /** Things of some size, and the three limits that are set to them. */
    private record Sizes<T>(List<T> things, ToIntFunction<T> size) {
        Sizes {
            things = things.stream().sorted(comparingInt(size)).toList();
        }

        void hold(int median, int ninthDecile, int longest) {
            assertThat(at(0.5)).as("median; %s", tenLongest()).isLessThanOrEqualTo(median);
            assertThat(at(0.9)).as("ninth decile; %s", tenLongest()).isLessThanOrEqualTo(ninthDecile);
            assertThat(at(1)).as("longest; %s", tenLongest()).isLessThanOrEqualTo(longest);
        }

        private int at(double share) {
            int index = (int) Math.ceil(share * things.size()) - 1;
            return size.applyAsInt(things.get(index));
        }

        private String tenLongest() {
            return things.subList(Math.max(0, things.size() - 10), things.size()).stream()
                    .map(thing -> "\n  " + size.applyAsInt(thing) + "  " + thing)
                    .collect(joining("", "the ten longest:", "\n"));
        }
    }
}
