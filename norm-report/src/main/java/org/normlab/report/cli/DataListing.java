package org.normlab.report.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normlab.report.data.Bundled;
import org.normlab.report.data.Dataset;
import org.normlab.report.data.FullSet;

/** Data sets as tables; whatever is read is checked against its digest. */
final class DataListing {
    private static final String NAME = "name";
    private static final String EXAMPLES = "examples";
    private static final String CLASSES = "classes";
    private static final String SHAPE = "shape";
    private static final String SHA256 = "sha256";

    private DataListing() {}

    static Listing of(List<String> names) {
        return new Listing(
                List.of(NAME, EXAMPLES, CLASSES, SHAPE, "licence"),
                names.stream().map(DataListing::entry).toList());
    }

    static Listing verified(List<String> names) {
        return new Listing(
                List.of(NAME, "verified"),
                names.stream().map(DataListing::verified).toList());
    }

    /** A set that can be read is the published one. */
    private static Map<String, Object> verified(String name) {
        Map<String, Object> entry = entry(name);
        entry.put("verified", entry.containsKey(SHA256) ? "ok" : "not fetched");
        return entry;
    }

    private static Map<String, Object> entry(String name) {
        Optional<FullSet> full = FullSet.named(name);
        if (full.isPresent() && !full.get().isFetched()) {
            return absent(full.get());
        }
        Dataset data = full.map(FullSet::load)
                .orElseGet(() -> Bundled.named(name).orElseThrow().load());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(NAME, name);
        entry.put(EXAMPLES, data.count());
        entry.put(CLASSES, data.labels().classCount());
        entry.put(SHAPE, data.exampleShape().toString());
        entry.put("licence", data.origin().licence());
        entry.put("source", data.origin().source());
        entry.put(SHA256, data.origin().sha256());
        entry.put("where", full.map(set -> set.folder().toString()).orElse("bundled"));
        return entry;
    }

    private static Map<String, Object> absent(FullSet set) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(NAME, set.toString());
        entry.put(EXAMPLES, "-");
        entry.put(CLASSES, "-");
        entry.put(SHAPE, "norm data get " + set);
        entry.put("licence", set.origin().licence());
        entry.put("source", set.origin().source());
        entry.put("where", "not fetched");
        return entry;
    }
}
