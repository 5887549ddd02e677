package org.normlab.report.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.normlab.core.NormException;
import org.normlab.core.NormException.Kind;
import org.normlab.report.trial.Field;

/**
 * Reads studies from YAML 1.2 or JSON.
 *
 * <pre>{@code
 * name: small-batch
 * networks: [mlp, cnn]                    # a list makes an axis of the grid
 * norms: [none, batch, {norm: group, norm_options: {groups: 8}}]
 * batch_sizes: [2, 4, 8, 16, 32, 64]
 * learning_rates: [0.0078125, 0.0625, 0.5]
 * replicates: {tuning: 3, verdict: 10}
 * budget: {samples: 32768}
 * evaluate: [running, precise, batch-8]
 * baseline: batch
 * }</pre>
 *
 * <p>Every field of {@link org.normlab.report.trial.Fields} is a key, under its name or its plural; all have defaults. A
 * choice may be a mapping that sets several fields together. Unknown keys, what is set twice, tags, anchors and values
 * of another type are refused with line and column.
 */
public final class StudyFile {
    private StudyFile() {}

    /**
     * A key, in words.
     *
     * @param name as it is written
     * @param values what it takes
     * @param standard what a study has that does not name it
     */
    public record Key(String name, String values, String standard) {}

    /**
     * Every key that has a choice.
     *
     * @return those of the study itself, then the fields in the order of tables
     */
    public static List<Key> keys() {
        return StudyKeys.described();
    }

    /**
     * Reads a file.
     *
     * @param path the file, at most 1 MiB
     * @param overrides values that replace those of the file, in YAML, by key; not modified
     * @param names the values that exist, such as the norms, by field; a field that is absent takes any; not modified
     * @return the study
     * @throws NormException OPTION with line and column if the text is no study, and if it is no file or too long; RESOURCE if
     *     it cannot be read
     */
    public static Study read(Path path, Map<String, String> overrides, Map<Field<?>, List<String>> names) {
        try {
            return parse(String.valueOf(path.getFileName()), text(path), overrides, names);
        } catch (CharacterCodingException e) {
            throw NormException.about(Kind.OPTION, "study", "file", path).because("is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            throw NormException.about(Kind.RESOURCE, "study", "file", path).because("cannot be read", "check its path");
        }
    }

    /** No more is read than a study may have: a device has no end. */
    private static String text(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw NormException.about(Kind.OPTION, "study", "file", path)
                    .because("is not a regular file", "give the path of a study");
        }
        try (InputStream file = Files.newInputStream(path)) {
            byte[] bytes = file.readNBytes(YamlFile.LONGEST + 1);
            if (bytes.length > YamlFile.LONGEST) {
                throw NormException.about(Kind.OPTION, "study", "file", path)
                        .because("is longer than 1 MiB", "split the study");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    /**
     * Reads a text.
     *
     * @param name what complaints call it; without its ending the default of the study's name
     * @param text YAML or JSON
     * @param overrides values that replace those of the text, in YAML, by key; not modified
     * @param names the values that exist, such as the norms, by field; a field that is absent takes any; not modified
     * @return the study
     * @throws NormException OPTION with line and column if the text is no study
     */
    public static Study parse(
            String name, String text, Map<String, String> overrides, Map<Field<?>, List<String>> names) {
        YamlFile file = new YamlFile(name);
        StudyReader reader = new StudyReader(file, new Vocabulary(names));
        reader.read(new Entries(file).of(file.compose(text), overrides));
        Study study = reader.study();
        study.grid().size();
        return study;
    }
}
