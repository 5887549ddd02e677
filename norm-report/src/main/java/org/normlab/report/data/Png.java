package org.normlab.report.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One PNG image as brightness from 0 to 255, channels first. */
final class Png {
    private static final int MAX_SIDE = 10_000;
    private static final int FULL = 255;

    private Png() {}

    /** Columns, rows and channels of an image. */
    record Size(int width, int height, int channels) {
        int values() {
            return width * height * channels;
        }

        @Override
        public String toString() {
            return width + "x" + height + (channels == 1 ? " grey" : " coloured");
        }
    }

    /** Something that an open image is asked. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(ImageReader reader) throws IOException;
    }

    /** The size, read before any pixel is. */
    static Size size(Path file) {
        return open(file, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MAX_SIDE || height > MAX_SIDE) {
                throw Refusal.of(
                        file.toString(), "size", width + "x" + height, "is more than 10000x10000", "make it smaller");
            }
            int bands = reader.getRawImageType(0).getNumBands();
            boolean indexed = reader.getRawImageType(0).getColorModel() instanceof IndexColorModel;
            return new Size(width, height, bands <= 2 && !indexed ? 1 : 3);
        });
    }

    /** Reads the pixels of an image that must have this size. */
    static void read(Path file, Size size, float[] target, int offset) {
        Size own = size(file);
        if (!own.equals(size)) {
            throw Refusal.of(
                    file.toString(),
                    "size",
                    own,
                    "is not that of the first image, " + size,
                    "bring all images to one size and colour");
        }
        Memory.demand(file.toString(), 4L * size.values());
        BufferedImage image = open(file, reader -> reader.read(0));
        for (int i = 0; i < size.values(); i++) {
            int pixel = i % (size.width() * size.height());
            target[offset + i] =
                    value(image, pixel % size.width(), pixel / size.width(), i / (size.width() * size.height()));
        }
    }

    private static float value(BufferedImage image, int x, int y, int channel) {
        if (image.getColorModel() instanceof IndexColorModel) {
            return (image.getRGB(x, y) >> (8 * (2 - channel))) & FULL;
        }
        Raster raster = image.getRaster();
        int full = (1 << raster.getSampleModel().getSampleSize(channel)) - 1;
        return (float) raster.getSample(x, y, channel) * FULL / full;
    }

    private static <T> T open(Path file, Question<T> question) {
        return Content.guarded(file, () -> {
            try (InputStream stream = Files.newInputStream(file);
                    ImageInputStream input = new MemoryCacheImageInputStream(stream)) {
                ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
                try {
                    reader.setInput(input, true, true);
                    return question.ask(reader);
                } finally {
                    reader.dispose();
                }
            }
        });
    }
}
