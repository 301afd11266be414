package health.cloudcare.auth.token;

import java.util.List;

/** RFC 7517. */
record JsonWebKeySet(List<Key> keys) {

    record Key(String kty, String use, String alg, String kid, String n, String e) {}
}
