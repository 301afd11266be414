package health.cloudcare.servicekit.token;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;

/**
 * What a token must be to count: RS256 by a key that is published now, of our issuer, for our audience, within its time, and
 * meant for access. A header that points to a key of its own ({@code jku}, {@code jwk}, {@code x5u}, {@code x5c}) or asks
 * for anything else disqualifies it. What was verified once is remembered until it expires or the keys change.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class TokenVerification extends JWTCallerPrincipalFactory {

    /** What a token is for; refresh tokens, cookies and device credentials are no tokens of this kind. */
    public static final String TOKEN_USE = "token_use";

    public static final String ACCESS = "access";

    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");
    private static final int REMEMBERED = 5_000;
    private static final int CLOCK_SKEW_SECONDS = 10;

    private static final ErrorCodeValidator FOR_ACCESS =
            context -> ACCESS.equals(context.getJwtClaims().getClaimValue(TOKEN_USE))
                    ? null
                    : new ErrorCodeValidator.Error(ErrorCodes.MISCELLANEOUS, "not an access token");

    private record Verified(JWTCallerPrincipal principal, Instant expiresAt, Map<String, PublicKey> keys) {}

    private final TokenKeys keys;
    private final Clock clock;
    private final JwtConsumer claimsCheck;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    TokenVerification(
            TokenKeys keys,
            Clock clock,
            @ConfigProperty(name = "cloudcare.token.issuer") String issuer,
            @ConfigProperty(name = "cloudcare.token.audience") String audience) {
        this.keys = keys;
        this.clock = clock;
        this.claimsCheck = new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setExpectedIssuer(true, issuer)
                .setExpectedAudience(true, audience)
                .registerValidator(FOR_ACCESS)
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        return verify(token);
    }

    /** The principal of a valid token. */
    public JWTCallerPrincipal verify(String token) throws ParseException {
        Map<String, PublicKey> now = keys.current();
        Verified known = verified.getIfPresent(token);
        if (known != null && known.keys() == now && clock.instant().isBefore(known.expiresAt())) {
            return known.principal();
        }
        Verified fresh = verify(token, now);
        verified.put(token, fresh);
        return fresh.principal();
    }

    private Verified verify(String token, Map<String, PublicKey> now) throws ParseException {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(
                    new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256));
            signature.setCompactSerialization(token);
            signature.setKey(keyFor(signature, now));
            if (!signature.verifySignature()) {
                throw new ParseException("the signature is wrong");
            }
            JwtClaims claims = JwtClaims.parse(signature.getPayload());
            claimsCheck.processContext(new JwtContext(claims, List.of(signature)));
            Instant expiresAt = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            return new Verified(new RememberedPrincipal(token, claims), expiresAt, now);
        } catch (JoseException | InvalidJwtException | MalformedClaimException e) {
            // the cause may repeat the token
            throw new ParseException("not a valid access token");
        }
    }

    private static PublicKey keyFor(JsonWebSignature signature, Map<String, PublicKey> now) throws ParseException {
        if (!HEADERS.containsAll(headersOf(signature))) {
            throw new ParseException("a header of the token is not allowed");
        }
        String keyId = signature.getKeyIdHeaderValue();
        PublicKey key = keyId == null ? null : now.get(keyId);
        if (key == null) {
            throw new ParseException("the token names no published key");
        }
        return key;
    }

    private static Set<String> headersOf(JsonWebSignature signature) throws ParseException {
        try {
            return JsonUtil.parseJson(signature.getHeaders().getFullHeaderAsJsonString())
                    .keySet();
        } catch (JoseException e) {
            throw new ParseException("the header of the token cannot be read");
        }
    }
}
