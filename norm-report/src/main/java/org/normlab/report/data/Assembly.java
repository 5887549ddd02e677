package org.normlab.report.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** How the files of a bundled set become a data set. */
@FunctionalInterface
interface Assembly {
    Dataset of(Origin origin, List<Resource> files);

    /** 8x8 pixels and a digit a line. */
    static Dataset digits(Origin origin, List<Resource> files) {
        Table table = files.get(0).parse(Csv::read);
        Tensor pixels = table.tensor();
        Tensor images = pixels.as(Shape.nchw(pixels.shape().examples(), 1, 8, 8));
        return new Dataset(
                origin, new Dense(images, Dense.Units.PIXELS), Labels.ofTexts(table.labels()), SplitRule.REDRAW);
    }

    /** Features and a class a line, below a line of counts and class names: {@code 150,4,setosa,versicolor,virginica}. */
    static Dataset table(Origin origin, List<Resource> files) {
        Resource file = files.get(0);
        String head = new String(file.bytes(), StandardCharsets.US_ASCII)
                .lines()
                .findFirst()
                .orElse("");
        List<String> fields = Arrays.asList(head.split(","));
        Table table = file.parse(head.length() + 1, Csv::read);
        Labels labels = Labels.ofTexts(table.labels()).named(fields.subList(2, fields.size()));
        return new Dataset(origin, new Dense(table.tensor(), Dense.Units.FEATURES), labels, SplitRule.REDRAW);
    }

    /** Training images, training labels, test images, test labels. */
    static Dataset idx(Origin origin, List<Resource> files) {
        List<NdArray> arrays = files.stream().map(file -> file.parse(Idx::read)).toList();
        return new ArrayData(origin, "")
                .dataset(List.of(arrays.get(0), arrays.get(2)), List.of(arrays.get(1), arrays.get(3)));
    }

    /** Language, string and concept key a line, separated by tabs; strings of one concept belong together. */
    static Dataset names(Origin origin, List<Resource> files) {
        String text = files.get(0).parse(content -> new String(content.rest().readAllBytes(), StandardCharsets.UTF_8));
        List<String[]> lines = text.lines().map(line -> line.split("\t")).toList();
        Map<String, Integer> keys = new TreeMap<>();
        int[] groups = lines.stream()
                .mapToInt(line -> keys.computeIfAbsent(line[2], key -> keys.size()))
                .toArray();
        return new Dataset(
                origin,
                Symbols.of(lines.stream().map(line -> line[1]).toList()),
                Labels.ofTexts(lines.stream().map(line -> line[0]).toList()),
                new SplitRule.Grouped(groups));
    }
}
