package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normlab.core.NormException;

/** Files that NumPy wrote; their generator is golden.py beside them. */
class NumpyGoldenTest {
    private static final int[] SIZES = {2, 3, 5};

    static Path golden(String name) {
        try {
            return Path.of(NumpyGoldenTest.class.getResource("/numpy/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "f4, F32, 1",
        "f8-big, F64, 1",
        "f8-fortran, F64, 1",
        "i2-fortran-big, I16, 4",
        "version2, F32, 1",
        "version3, F32, 1"
    })
    void everyOrderAndVersionGivesTheSameNumbers(String file, NdArray.Type type, int factor) {
        NdArray array = Npy.read(golden(file + ".npy"));
        assertThat(array.type()).isEqualTo(type);
        assertThat(array.sizes()).containsExactly(SIZES);
        assertThat(IntStream.range(0, 30).mapToDouble(array::get))
                .containsExactly(IntStream.range(0, 30)
                        .mapToObj(i -> (i * 0.5 - 3.25) * factor)
                        .toArray(Double[]::new));
    }

    @Test
    void integersKeepTheirRange() {
        NdArray signed = Npy.read(golden("i8.npy"));
        assertThat(IntStream.range(0, 4).mapToLong(signed::getLong))
                .containsExactly(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE);
        NdArray unsigned = Npy.read(golden("u8.npy"));
        assertThat(unsigned.get(1)).isEqualTo(0x1p64);
        NdArray bytes = Npy.read(golden("u1.npy"));
        assertThat(bytes.tensor("C").isFloat32()).isTrue();
        assertThat(bytes.get(5)).isEqualTo(255);
        NdArray flags = Npy.read(golden("b1.npy"));
        assertThat(flags.tensor("NC").toArray()).containsExactly(1, 0, 1);
    }

    @Test
    void scalarsAndEmptyArraysAreArrays() {
        NdArray scalar = Npy.read(golden("scalar.npy"));
        assertThat(scalar.sizes()).isEmpty();
        assertThat(scalar.get(0)).isEqualTo(2.5);
        NdArray empty = Npy.read(golden("empty.npy"));
        assertThat(empty.sizes()).containsExactly(0, 7);
        assertThat(empty.count()).isZero();
    }

    @Test
    void otherTypesAreRefusedByName() {
        assertThatThrownBy(() -> Npy.read(golden("f2.npy")))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("<f2");
        assertThatThrownBy(() -> Npy.read(golden("structured.npy")))
                .isInstanceOf(NormException.class)
                .hasMessageContaining("'descr': [('a', '<f4'), ('b', '<i4')]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.npz", "compressed.npz"})
    void archivesGiveTheirArraysByName(String file) {
        Map<String, NdArray> arrays = Npz.read(golden(file));
        assertThat(arrays).containsOnlyKeys("x", "y");
        assertThat(arrays.get("x").tensor("NC").toArray()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(arrays.get("y").type()).isEqualTo(NdArray.Type.I64);
    }
}
