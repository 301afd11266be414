package health.cloudcare.gateway.door;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import health.cloudcare.gateway.identity.BearerToken;
import health.cloudcare.gateway.identity.QueryToken;
import health.cloudcare.gateway.identity.TokenCheck;
import health.cloudcare.gateway.proxy.BodyLimits;
import health.cloudcare.gateway.proxy.Passage;
import health.cloudcare.gateway.ratelimit.RateLimit;
import health.cloudcare.gateway.route.Route;
import health.cloudcare.gateway.session.CookieSessions;
import health.cloudcare.gateway.session.DeviceCredential;
import health.cloudcare.gateway.session.SameSite;
import health.cloudcare.gateway.session.SessionCookie;
import health.cloudcare.servicekit.problem.ProblemType;

import static health.cloudcare.servicekit.problem.ProblemType.UNAUTHENTICATED;

/** Who may pass a route, how often, and as what the request goes on. */
@Singleton
final class Admission {

    /** Clients of the cookie surface tell it by this code. */
    private static final ProblemType NOT_SIGNED_IN = new ProblemType("NOT_AUTHENTICATED", 401, "Unauthorized");

    private final BodyLimits bodyLimits;
    private final TokenCheck tokens;
    private final QueryToken queryTokens;
    private final CookieSessions cookieSessions;
    private final SameSite sameSite;
    private final RateLimit rateLimit;

    Admission(
            BodyLimits bodyLimits,
            TokenCheck tokens,
            QueryToken queryTokens,
            CookieSessions cookieSessions,
            SameSite sameSite,
            RateLimit rateLimit) {
        this.bodyLimits = bodyLimits;
        this.tokens = tokens;
        this.queryTokens = queryTokens;
        this.cookieSessions = cookieSessions;
        this.sameSite = sameSite;
        this.rateLimit = rateLimit;
    }

    /** Fails with a refusal. */
    Future<Passage> admit(HttpServerRequest request, Route route) {
        Optional<HttpProblem> tooLarge = bodyLimits.check(request, route.bodyLimit());
        if (tooLarge.isPresent()) {
            return Future.failedFuture(tooLarge.get());
        }
        return Future.succeededFuture(Passage.of(request))
                .map(passage -> queryTokens.moved(passage, route))
                .compose(passage -> admit(request, route, passage));
    }

    private Future<Passage> admit(HttpServerRequest request, Route route, Passage passage) {
        return switch (route.access()) {
            case OPEN -> rateLimit.countAddress(address(request)).map(passage);
            case CREDENTIALS -> rateLimit.countCredentials(address(request)).map(passage);
            case BEARER -> withBearer(request, route, passage);
            case COOKIE_OR_BEARER ->
                Future.succeededFuture(request)
                        .map(this::cookieOf)
                        .compose(cookie -> withCookieOrToken(cookie, request, passage))
                        .recover(Admission::asDocumentedForSessions);
            case SIGN_OUT -> {
                Passage asItCame = cookieOf(request)
                        .map(cookie -> passage.withCookie(SessionCookie.header(cookie)))
                        .orElse(passage);
                yield rateLimit.countCredentials(address(request)).map(asItCame);
            }
        };
    }

    /** A paired device's credential goes on as an access token, as a cookie does; elsewhere it is a token that is none. */
    private Future<Passage> withBearer(HttpServerRequest request, Route route, Passage passage) {
        Optional<String> credential = BearerToken.in(passage.authorization()).filter(DeviceCredential::isOne);
        return route.fromDevices() && credential.isPresent()
                ? exchanged(credential.get(), request, passage)
                : withToken(passage);
    }

    private Future<Passage> withToken(Passage passage) {
        return tokens.accountOf(passage.authorization())
                .compose(rateLimit::countAccount)
                .map(passage);
    }

    private Future<Passage> withCookieOrToken(Optional<String> cookie, HttpServerRequest request, Passage passage) {
        return cookie.isPresent() ? exchanged(cookie.get(), request, passage) : withToken(passage);
    }

    private Future<Passage> exchanged(String cookie, HttpServerRequest request, Passage passage) {
        return cookieSessions
                .tokenFor(cookie, address(request))
                .compose(token -> withToken(passage.withAuthorization(BearerToken.header(token))))
                .onFailure(refused -> {
                    if (isUnauthenticated(refused)) {
                        cookieSessions.forget(cookie);
                    }
                });
    }

    private static Future<Passage> asDocumentedForSessions(Throwable refused) {
        return Future.failedFuture(
                refused instanceof HttpProblem problem && isUnauthenticated(problem)
                        ? NOT_SIGNED_IN.problem(String.valueOf(problem.getDetail()))
                        : refused);
    }

    private static boolean isUnauthenticated(Throwable refused) {
        return refused instanceof HttpProblem problem && problem.getStatusCode() == UNAUTHENTICATED.status();
    }

    private Optional<String> cookieOf(HttpServerRequest request) {
        Optional<String> cookie = SessionCookie.of(request);
        if (cookie.isPresent()) {
            if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
                throw UNAUTHENTICATED.problem("The request comes with a session and an access token.");
            }
            sameSite.require(request);
        }
        return cookie;
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }
}
