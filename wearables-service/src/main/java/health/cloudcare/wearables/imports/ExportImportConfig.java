package health.cloudcare.wearables.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import health.cloudcare.wearables.imports.file.ExportLimits;

/** How much one process takes of export files. */
@ConfigMapping(prefix = "cloudcare.wearables.import.export")
interface ExportImportConfig {

    /** Each holds a worker thread for as long as it is sent. */
    @WithDefault("8")
    int concurrentUploads();

    /** What a file may unpack to. */
    @WithDefault("8G")
    MemorySize inflatedBytes();

    /** What a file may unpack to, as a multiple of its size. */
    @WithDefault("200")
    int inflationRatio();

    default ExportLimits limits() {
        return new ExportLimits(
                inflatedBytes().asLongValue(),
                inflationRatio(),
                ExportLimits.DEFAULT.markupBytes(),
                ExportLimits.DEFAULT.depth(),
                ExportLimits.DEFAULT.names());
    }
}
