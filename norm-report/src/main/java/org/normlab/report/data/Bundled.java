package org.normlab.report.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.normlab.core.NormException;

/**
 * The data sets that come with the tool.
 *
 * <p>They lie as resources under {@code data/}, with their licences in {@code LICENSES.md} beside them; a file whose digest
 * is not the one in {@code SHA256SUMS} is refused.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists and records are never changed
public enum Bundled {
    /** 1 797 handwritten digits, 8x8 pixels from 0 to 16. */
    DIGITS(
            "E. Alpaydin, C. Kaynak (1998), UCI Optical Recognition of Handwritten Digits, test part",
            Licences.SCIKIT,
            Assembly::digits,
            "digits.csv.gz"),
    /** 2 000 and 1 000 images of clothing, 28x28 pixels from 0 to 255: a balanced cut of Fashion-MNIST. */
    FASHION_MINI(
            "H. Xiao, K. Rasul, R. Vollgraf (2017), Fashion-MNIST, first 200 and 100 images a class",
            "MIT (Zalando SE)",
            Assembly::idx,
            "fashion-mini-train-images-idx3-ubyte.gz",
            "fashion-mini-train-labels-idx1-ubyte.gz",
            "fashion-mini-t10k-images-idx3-ubyte.gz",
            "fashion-mini-t10k-labels-idx1-ubyte.gz"),
    /** 14 783 names of things in 16 languages, 3 to 40 letters; which language is it? */
    NAMES16(
            "Unicode CLDR 47 through ICU4J 77.1, display names",
            "Unicode-3.0 (Unicode, Inc.)",
            Assembly::names,
            "names16.tsv.gz"),
    /** 150 irises of 3 species, 4 features. */
    IRIS(
            "R. A. Fisher (1936), The use of multiple measurements in taxonomic problems",
            Licences.SCIKIT,
            Assembly::table,
            "iris.csv"),
    /** 178 wines of 3 growers, 13 features of very different units. */
    WINE("S. Aeberhard, D. Coomans, O. de Vel (1992), UCI Wine", Licences.SCIKIT, Assembly::table, "wine.csv"),
    /** 569 tumours, malignant or benign, 30 features. */
    BREAST_CANCER(
            "W. H. Wolberg, W. N. Street, O. L. Mangasarian (1995), UCI Breast Cancer Wisconsin (Diagnostic)",
            Licences.SCIKIT,
            Assembly::table,
            "breast_cancer.csv");

    private final String source;
    private final String licence;
    private final Assembly assembly;
    private final List<String> files;

    Bundled(String source, String licence, Assembly assembly, String... files) {
        this.source = source;
        this.licence = licence;
        this.assembly = assembly;
        this.files = List.of(files);
    }

    /**
     * The bundled set of a name.
     *
     * @param name such as {@code breast-cancer}
     * @return the set, if there is one
     */
    public static Optional<Bundled> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst();
    }

    /**
     * Reads the set; each call reads it anew.
     *
     * @return the data
     * @throws NormException OPTION if a file is not the one that was shipped
     */
    public Dataset load() {
        List<Resource> resources = files.stream().map(Resource::checked).toList();
        String sha256 = Origin.combined(resources.stream().map(Resource::digest).toList());
        return assembly.of(new Origin(toString(), source, sha256, licence), resources);
    }

    /** The name on the command line, such as {@code breast-cancer}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final class Licences {
        static final String SCIKIT = "BSD-3-Clause (scikit-learn)";
    }
}
