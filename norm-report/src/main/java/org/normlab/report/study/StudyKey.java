package org.normlab.report.study;

import java.util.List;

/**
 * A key of a study file, in words.
 *
 * @param name as it is written
 * @param values what it takes
 * @param standard what a study has that does not name it
 */
public record StudyKey(String name, String values, String standard) {
    /**
     * Every key that has a choice.
     *
     * @return those of the study itself, then the fields in the order of tables
     */
    public static List<StudyKey> all() {
        return StudyKeys.described();
    }
}
