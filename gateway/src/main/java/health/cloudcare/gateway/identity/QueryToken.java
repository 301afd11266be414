package health.cloudcare.gateway.identity;

import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.gateway.proxy.Passage;
import health.cloudcare.gateway.route.Access;
import health.cloudcare.gateway.route.Route;
import health.cloudcare.servicekit.problem.ProblemType;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The access token in the query, where documents of old clients show it and only while the operator lets them: an address
 * ends up in histories and in logs of others. It goes on as the header it should have been.
 */
@Singleton
public final class QueryToken {

    private static final String PARAMETER = "token";

    private final boolean enabled;

    QueryToken(@ConfigProperty(name = "cloudcare.gateway.query-token-enabled") boolean enabled) {
        this.enabled = enabled;
    }

    /** Throws a refusal when the request names two different tokens. */
    public Passage moved(Passage passage, Route route) {
        int query = passage.uri().indexOf('?');
        if (!route.tokenInQuery() || query < 0) {
            return passage;
        }
        List<String> parameters = List.of(passage.uri().substring(query + 1).split("&", -1));
        List<String> tokens = parameters.stream()
                .filter(QueryToken::isToken)
                .map(QueryToken::valueOf)
                .distinct()
                .toList();
        if (tokens.isEmpty()) {
            return passage;
        }
        Passage without = passage.withUri(withoutToken(passage.uri().substring(0, query), parameters));
        if (enabled) {
            return without.withAuthorization(BearerToken.header(theOne(tokens, passage)));
        }
        // an open call is told by its service that the query is no place for a token
        return route.access() == Access.BEARER ? without : passage;
    }

    private static String theOne(List<String> inQuery, Passage passage) {
        List<String> all = Stream.concat(inQuery.stream(), BearerToken.in(passage.authorization()).stream())
                .distinct()
                .toList();
        if (all.size() > 1) {
            throw ProblemType.UNAUTHENTICATED.problem("The request comes with two different access tokens.");
        }
        return all.getFirst();
    }

    private static String withoutToken(String path, List<String> parameters) {
        String rest =
                parameters.stream().filter(parameter -> !isToken(parameter)).collect(Collectors.joining("&"));
        return rest.isEmpty() ? path : path + '?' + rest;
    }

    private static boolean isToken(String parameter) {
        return decoded(parameter.split("=", 2)[0]).filter(PARAMETER::equals).isPresent();
    }

    private static String valueOf(String parameter) {
        String[] nameAndValue = parameter.split("=", 2);
        return nameAndValue.length == 1 ? "" : decoded(nameAndValue[1]).orElse("");
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
