package health.cloudcare.gateway.route;

/** Which configured limit a request body is held to. */
public enum BodyLimit {
    /** Fits a 10 MB document as base64 in JSON. */
    STANDARD,
    /** A person's whole Apple Health export, which is streamed and never held. */
    EXPORT
}
