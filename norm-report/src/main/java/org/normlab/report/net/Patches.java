package org.normlab.report.net;

import org.normlab.core.Shape;
import org.normlab.core.Tensor;

/**
 * The 3 by 3 neighbourhood of every pixel as one row of a matrix, zeros beyond the border, and the transpose of that map.
 *
 * <p>Images are channels last, so the three neighbours in an image row are one run of memory.
 */
final class Patches {
    /** Rows and columns of a patch. */
    static final int SIZE = 3;

    private final int height;
    private final int width;
    private final int channels;

    /** For images of a shape NHWC. */
    Patches(Shape images) {
        height = images.size('H');
        width = images.size('W');
        channels = images.channels();
    }

    /** The number of elements of one patch. */
    int length() {
        return SIZE * SIZE * channels;
    }

    /** Overwrites a matrix of patches. */
    void gather(Tensor images, Tensor patches) {
        Rows.clear(patches);
        for (int pixel = 0; pixel < patches.shape().size(0); pixel++) {
            for (int row = 0; row < SIZE; row++) {
                int source = source(pixel, row);
                int target = pixel * length() + row * SIZE * channels;
                for (int i = first(pixel), end = end(pixel, row); i < end; i++) {
                    patches.set(target + i, images.get(source + i));
                }
            }
        }
    }

    /** Overwrites images with the sum of all patch elements that came from each pixel. */
    void scatter(Tensor patches, Tensor images) {
        Rows.clear(images);
        for (int pixel = 0; pixel < patches.shape().size(0); pixel++) {
            for (int row = 0; row < SIZE; row++) {
                int source = pixel * length() + row * SIZE * channels;
                int target = source(pixel, row);
                for (int i = first(pixel), end = end(pixel, row); i < end; i++) {
                    images.set(target + i, images.get(target + i) + patches.get(source + i));
                }
            }
        }
    }

    /** Where a row of a patch starts in the images; before the left border it does not exist. */
    private int source(int pixel, int row) {
        return (pixel + (row - 1) * width - 1) * channels;
    }

    /** The first element of a row of a patch that lies inside its image. */
    private int first(int pixel) {
        return pixel % width == 0 ? channels : 0;
    }

    /** The end of the elements of a row of a patch that lie inside its image. */
    private int end(int pixel, int row) {
        int y = pixel / width % height + row - 1;
        int inside = pixel % width == width - 1 ? SIZE - 1 : SIZE;
        return y < 0 || y >= height ? 0 : inside * channels;
    }
}
