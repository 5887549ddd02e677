/** The normalizations by name: each a small file that says its axes and its departure. */
module org.normlab.variants {
    requires transitive org.normlab.core;
    requires ejml.ddense;
    requires static org.jspecify;

    exports org.normlab.variants;
    exports org.normlab.variants.batch;
    exports org.normlab.variants.example;
    exports org.normlab.variants.recurrent;
    exports org.normlab.variants.transfer;
    exports org.normlab.variants.weight;

    uses org.normlab.variants.Variant;
}
