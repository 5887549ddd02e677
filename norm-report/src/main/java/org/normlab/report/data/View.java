package org.normlab.report.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/** Another way to see images: smaller, as one row of features, or as sequences. */
public enum View {
    /** {@code NCHW} as {@code NC}: every pixel a channel. */
    FLAT {
        @Override
        Dense of(Dense images, Shape from) {
            return images.as(Shape.nc(from.examples(), from.stride('N')));
        }
    },
    /** Averages of 2x2 pixels: half as many rows and columns; an odd last row or column is left out. */
    POOLED {
        @Override
        Dense of(Dense images, Shape from) {
            int rows = from.size('H') / 2;
            int columns = from.size('W') / 2;
            float[] pooled = new float[from.examples() * from.channels() * rows * columns];
            for (int i = 0; i < pooled.length; i++) {
                int plane = i / (rows * columns);
                int row = i / columns % rows;
                int corner = (plane * from.size('H') + 2 * row) * from.size('W') + 2 * (i % columns);
                pooled[i] = (float) mean(images.values(), corner, from.size('W'));
            }
            Shape to = Shape.nchw(from.examples(), from.channels(), rows, columns);
            return new Dense(Tensor.of(to, pooled), images.units());
        }

        private double mean(Tensor x, int corner, int below) {
            return (x.get(corner) + x.get(corner + 1) + x.get(corner + below) + x.get(corner + below + 1)) / 4;
        }
    },
    /** Grey images row by row: {@code NTC}, a time step a row, a channel a column. */
    ROWS {
        @Override
        Dense of(Dense images, Shape from) {
            return images.as(Shape.ntc(from.examples(), from.size('H'), from.size('W')));
        }
    },
    /** Grey images pixel by pixel: {@code NTC}, a time step a pixel, one channel. */
    PIXELS {
        @Override
        Dense of(Dense images, Shape from) {
            return images.as(Shape.ntc(from.examples(), from.stride('N'), 1));
        }
    };

    abstract Dense of(Dense images, Shape from);

    /**
     * The view of a name.
     *
     * @param name such as {@code rows}
     * @return the view, if there is one
     */
    public static Optional<View> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst();
    }

    /**
     * The data set with its images seen so; labels, parts and digest stay, the name gets {@code :rows} or the like.
     *
     * @param images a data set in layout {@code NCHW}; not modified
     * @return the data set
     * @throws NormException SHAPE if it holds no images, or coloured ones where grey ones are needed
     */
    public Dataset of(Dataset images) {
        Shape from = images.exampleShape();
        boolean greyOnly = this == ROWS || this == PIXELS;
        if (images.examples() instanceof Dense dense
                && from.layout().equals("NCHW")
                && !(greyOnly && from.channels() > 1)) {
            return images.with(":" + this, of(dense, dense.values().shape()));
        }
        throw NormException.about(Kind.SHAPE, images.origin().name(), "view", this)
                .because(
                        "does not exist for examples of shape " + from,
                        "use it with " + (greyOnly ? "grey " : "") + "images");
    }

    /** The name on the command line, such as {@code rows}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
