package org.normlab.report.chart;

import java.awt.Graphics2D;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.util.SVGConstants;
import org.jfree.chart.text.TextUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Turns drawing into the text of an SVG element that may stand alone or inside a page. */
final class Svg {
    private static final int DECIMALS = 2;

    static {
        // else JFreeChart draws letters as outlines, which no reader can select, search or hear
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private Svg() {}

    static String draw(Size size, Caption caption, Consumer<Graphics2D> painter) {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(DECIMALS);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        painter.accept(graphics);
        return text(describe(graphics.getRoot(), size, caption));
    }

    private static Element describe(Element svg, Size size, Caption caption) {
        SvgTidy.tidy(svg);
        svg.setAttribute("viewBox", "0 0 " + size.width() + " " + size.height());
        svg.setAttribute("role", "img");
        svg.setAttribute("aria-label", SvgTidy.legal(caption.title() + ". " + caption.finding()));
        svg.setAttribute("font-family", Typeface.FAMILY);
        for (List<String> child : List.of(List.of("desc", caption.finding()), List.of("title", caption.title()))) {
            Element element = svg.getOwnerDocument().createElementNS(SVGConstants.SVG_NAMESPACE_URI, child.get(0));
            element.setTextContent(SvgTidy.legal(child.get(1)));
            svg.insertBefore(element, svg.getFirstChild());
        }
        return svg;
    }

    private static String text(Element svg) {
        StringWriter text = new StringWriter();
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new DOMSource(svg), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException("this Java cannot write XML", e);
        }
        return text.toString();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVGConstants.SVG_NAMESPACE_URI, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML parser", e);
        }
    }
}
