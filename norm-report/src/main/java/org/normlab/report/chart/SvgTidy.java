package org.normlab.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Leaves in an SVG what a page needs: colours as {@code #rrggbb}, legal text, no clips, no ids, no defaults.
 *
 * <p>Charts draw nothing outside their axes, so a clip would only cost an id that must be unique in the page.
 */
final class SvgTidy {
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final Set<String> USELESS =
            Set.of("id", "clip-path", "font-family", "text-rendering", "shape-rendering", "color-rendering");

    private SvgTidy() {}

    static void tidy(Element element) {
        for (Attr attribute : attributes(element)) {
            if (USELESS.contains(attribute.getName())) {
                element.removeAttributeNode(attribute);
            } else {
                attribute.setValue(hex(attribute.getValue()));
            }
        }
        for (Node child : children(element)) {
            if (child.getNodeName().equals("defs")) {
                element.removeChild(child);
            } else if (child instanceof Element inner) {
                tidy(inner);
            } else {
                child.setNodeValue(legal(child.getNodeValue()));
            }
        }
    }

    /** Without the control characters that XML 1.0 forbids. */
    static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }

    private static String hex(String value) {
        Matcher colour = RGB.matcher(value);
        return colour.matches()
                ? String.format(
                        "#%02x%02x%02x",
                        Integer.parseInt(colour.group(1)),
                        Integer.parseInt(colour.group(2)),
                        Integer.parseInt(colour.group(3)))
                : value;
    }

    private static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }

    private static List<Node> children(Element element) {
        List<Node> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }
}
