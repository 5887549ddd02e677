package org.normlab.report.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
        return new Dataset(origin, new Dense(images, Units.PIXELS), Labels.ofTexts(table.labels()), SplitRule.REDRAW);
    }

    /** Features and a class a line, below a line of counts and class names: {@code 150,4,setosa,versicolor,virginica}. */
    static Dataset table(Origin origin, List<Resource> files) {
        Resource file = files.get(0);
        String head = new String(file.bytes(), StandardCharsets.US_ASCII).lines().findFirst().orElse("");
        List<String> fields = Arrays.asList(head.split(","));
        Table table = file.parse(head.length() + 1, Csv::read);
        Labels labels = Labels.ofTexts(table.labels()).named(fields.subList(2, fields.size()));
        return new Dataset(origin, new Dense(table.tensor(), Units.FEATURES), labels, SplitRule.REDRAW);
    }
}
