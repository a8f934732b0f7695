package io.shelftally.browser;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The top of a picture of a page as a PNG of 256 colours, small enough for the documents. */
public final class SmallPicture {

    private static final int COLOURS = 256;

    private SmallPicture() {}

    /** Writes the uppermost rows of a picture, by its most frequent colours; others become the nearest of those. */
    public static void write(Path picture, int height, Path file) throws IOException {
        BufferedImage whole = ImageIO.read(picture.toFile());
        BufferedImage top = whole.getSubimage(0, 0, whole.getWidth(), Math.min(height, whole.getHeight()));
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels(top)) {
            counts.merge(pixel, 1, Integer::sum);
        }
        List<Integer> palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        BufferedImage small =
                new BufferedImage(top.getWidth(), top.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
        Map<Integer, Integer> nearest = new HashMap<>();
        int[] pixels = pixels(top);
        for (int at = 0; at < pixels.length; at++) {
            int index = nearest.computeIfAbsent(pixels[at], pixel -> nearest(pixel, palette));
            small.getRaster().setSample(at % top.getWidth(), at / top.getWidth(), 0, index);
        }
        ImageIO.write(small, "png", file.toFile());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static IndexColorModel model(List<Integer> palette) {
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private static int nearest(int pixel, List<Integer> palette) {
        int best = 0;
        for (int at = 1; at < palette.size(); at++) {
            if (distance(pixel, palette.get(at)) < distance(pixel, palette.get(best))) {
                best = at;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = (one >> shift & 255) - (other >> shift & 255);
            distance += difference * difference;
        }
        return distance;
    }
}
