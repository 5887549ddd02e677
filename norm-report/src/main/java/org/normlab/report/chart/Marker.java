package org.normlab.report.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shape of a point; all have about the same area. */
public enum Marker {
    /** A disc. */
    CIRCLE,
    /** A square on its side. */
    SQUARE,
    /** A triangle on its base. */
    TRIANGLE,
    /** A triangle on its tip. */
    DOWN,
    /** A square on its corner. */
    DIAMOND,
    /** A diagonal cross. */
    CROSS,
    /** Nothing: the line alone. */
    NONE;

    Shape shape(double radius) {
        return at(0, 0, radius);
    }

    Shape at(double x, double y, double radius) {
        AffineTransform place = new AffineTransform(radius, 0, 0, radius, x, y);
        return place.createTransformedShape(unit());
    }

    private Shape unit() {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(-1, -1, 2, 2);
            case SQUARE -> new Rectangle2D.Double(-0.9, -0.9, 1.8, 1.8);
            case TRIANGLE -> polygon(0, -1.25, 1.15, 0.85, -1.15, 0.85);
            case DOWN -> polygon(0, 1.25, 1.15, -0.85, -1.15, -0.85);
            case DIAMOND -> polygon(0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0);
            case CROSS -> cross();
            case NONE -> new Path2D.Double();
        };
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Shape cross() {
        double arm = 1.15;
        double half = 0.3;
        Path2D path = new Path2D.Double();
        path.append(new Rectangle2D.Double(-arm, -half, 2 * arm, 2 * half), false);
        path.append(new Rectangle2D.Double(-half, -arm, 2 * half, arm - half), false);
        path.append(new Rectangle2D.Double(-half, half, 2 * half, arm - half), false);
        path.transform(AffineTransform.getRotateInstance(Math.PI / 4));
        return path;
    }
}
