package org.normlab.project;

import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the one-way flow: no package knows what stands to its right. */
class ArchitectureTest {

    private static final List<String> FLOW = List.of(
            "org.normlab.core.kernel",
            "org.normlab.core",
            "org.normlab.core.formula",
            "org.normlab.core.check",
            "org.normlab.variants..",
            "org.normlab.report.text..",
            "org.normlab.report.random..",
            "org.normlab.report.trial..",
            "org.normlab.report.data..",
            "org.normlab.report.net",
            "org.normlab.report.net.recurrent",
            "org.normlab.report.train..",
            "org.normlab.report.bench..",
            "org.normlab.report.study..",
            "org.normlab.report.store..",
            "org.normlab.report.stats..",
            "org.normlab.report.chart..",
            "org.normlab.report.page..",
            "org.normlab.report.compare..",
            "org.normlab.report.cli..");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.normlab");

    @Test
    void dependenciesPointOneWay() {
        for (int i = 0; i < FLOW.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(FLOW.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FLOW.subList(i + 1, FLOW.size()).toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(OURS);
        }
    }

    @Test
    void everyPackageHasItsPlaceInTheFlow() {
        classes().should().resideInAnyPackage(FLOW.toArray(String[]::new)).check(OURS);
    }

    @Test
    void kernelKnowsArraysOnly() {
        classes()
                .that()
                .resideInAPackage("org.normlab.core.kernel")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "jdk.incubator.vector", "org.jspecify..", "org.normlab.core.kernel")
                .check(OURS);
    }

    @Test
    void staticsDoNotChange() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(SYNTHETIC)
                .should()
                .beFinal()
                .check(OURS);
    }

    @Test
    void nothingIsMadeForSubclasses() {
        noMembers().that().doNotHaveModifier(SYNTHETIC).should().beProtected().check(OURS);
    }

    @Test
    void packagesShowFewTypes() {
        Map<String, List<String>> shown = OURS.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName, Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
        assertThat(shown).allSatisfy((name, types) -> assertThat(types).as(name).hasSizeLessThanOrEqualTo(15));
    }
}
