package org.normlab.report.chart;

/** The words of a chart: what it is, how to read it, what it shows. */
record Caption(String title, String howToRead, String finding) {}
