package org.normlab.report.data;

/** Brings column-major arrays into row-major order. */
final class RowMajor {
    private RowMajor() {}

    /** The same elements with the last axis running fastest instead of the first. */
    static byte[] of(byte[] columnMajor, int[] sizes, int width) {
        byte[] rowMajor = new byte[columnMajor.length];
        int[] index = new int[sizes.length];
        for (int to = 0; to < rowMajor.length; to += width) {
            System.arraycopy(columnMajor, offset(index, sizes) * width, rowMajor, to, width);
            advance(index, sizes);
        }
        return rowMajor;
    }

    private static int offset(int[] index, int[] sizes) {
        int offset = 0;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            offset = offset * sizes[axis] + index[axis];
        }
        return offset;
    }

    private static void advance(int[] index, int[] sizes) {
        int axis = sizes.length - 1;
        while (axis >= 0 && ++index[axis] == sizes[axis]) {
            index[axis--] = 0;
        }
    }
}
