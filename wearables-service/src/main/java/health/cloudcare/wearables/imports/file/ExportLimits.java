package health.cloudcare.wearables.imports.file;

/**
 * What a file may cost to read. An export of ten years with a watch is about 3 GB of XML in lines below 2 kB, nested four
 * deep, and shrinks to a 25th.
 *
 * @param inflatedBytes after unpacking, over everything in an archive
 * @param inflationRatio unpacked to packed size, from the first megabytes on
 * @param markupBytes of one tag with all its attributes, or of one text
 * @param depth of nested elements
 * @param names different names of elements and attributes, which a parser keeps for the whole file
 */
public record ExportLimits(long inflatedBytes, int inflationRatio, int markupBytes, int depth, int names) {

    public static final ExportLimits DEFAULT = new ExportLimits(8L << 30, 200, 1 << 20, 16, 2_000);
}
