package health.cloudcare.wearables.imports.file;

import java.io.InputStream;

/** Stops what unpacks to more than an export can be. */
final class InflationGuard extends WatchedInputStream {

    /** Below this a high ratio is a short file with much repetition, and harmless. */
    private static final long RATIO_MATTERS_FROM = 32L << 20;

    private final CountedInputStream packed;
    private final ExportLimits limits;
    private long inflated;

    InflationGuard(InputStream unpacked, CountedInputStream packed, ExportLimits limits) {
        super(unpacked);
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    void seen(byte[] bytes, int offset, int length) throws ExportException {
        inflated += length;
        if (inflated > limits.inflatedBytes()) {
            throw new ExportException(
                    ExportException.Reason.LIMIT_EXCEEDED,
                    "the file unpacks to more than " + limits.inflatedBytes() + " bytes");
        }
        if (inflated > RATIO_MATTERS_FROM && inflated / limits.inflationRatio() > packed.count()) {
            throw new ExportException(
                    ExportException.Reason.LIMIT_EXCEEDED,
                    "the file unpacks to more than " + limits.inflationRatio() + " times its size");
        }
    }
}
