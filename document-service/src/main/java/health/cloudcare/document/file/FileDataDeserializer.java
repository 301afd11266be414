package health.cloudcare.document.file;

import java.io.IOException;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;

/** Turns the base64 of a member into a staged file. Only for what {@link FileDataBodies} reads. */
public final class FileDataDeserializer extends JsonDeserializer<StagedFile> {

    /** Some encoders leave the padding out. */
    private static final Base64Variant BASE64 = Base64Variants.MIME_NO_LINEFEEDS.withPaddingAllowed();

    @Override
    public StagedFile deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (StagedFile) context.handleUnexpectedToken(StagedFile.class, parser);
        }
        FileDataBody body = (FileDataBody) context.getAttribute(FileDataBody.class);
        body.dropPrefix(parser);
        return body.staging().stage(out -> parser.readBinaryValue(BASE64, out));
    }
}
