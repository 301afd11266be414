package health.cloudcare.auth.identifier;

import java.util.Arrays;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.phone.PhoneNumbers;

/** The names under which the caller signs in and is reached. */
@Path("/api/v1/auth/me/identifiers")
@Authenticated
public class IdentifierResource {

    private final OwnIdentifiers own;
    private final IdentifierProof proof;
    private final PhoneNumbers numbers;
    private final CurrentPassword currentPassword;

    IdentifierResource(
            OwnIdentifiers own, IdentifierProof proof, PhoneNumbers numbers, CurrentPassword currentPassword) {
        this.own = own;
        this.currentPassword = currentPassword;
        this.proof = proof;
        this.numbers = numbers;
    }

    record CodeSent(boolean success, String message, UUID id) {}

    record ProofRequest(@NotBlank @Size(max = 20) String otp) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @GET
    public Uni<IdentifierResponse.All> list() {
        return own.account().map(IdentifierResponse.All::of);
    }

    /** A user name counts at once; an address or a number once the code that is sent there comes back. */
    @POST
    public Uni<RestResponse<Object>> add(@NotNull @Valid AddIdentifierRequest request) {
        return own.account()
                .call(account -> currentPassword.require(account, request.currentPassword()))
                .chain(account -> added(request));
    }

    private Uni<RestResponse<Object>> added(AddIdentifierRequest request) {
        if (request.username() != null) {
            return own.rename(request.username())
                    .map(IdentifierResponse.All::of)
                    .map(RestResponse::ok);
        }
        Destination destination = request.phone() == null
                ? Destination.email(String.valueOf(request.email()))
                : Destination.phone(numbers.parse(request.phone(), null));
        return proof.ask(destination)
                .map(id -> RestResponse.ResponseBuilder.<Object>create(RestResponse.Status.ACCEPTED)
                        .entity(new CodeSent(true, "A code is on its way.", id))
                        .build());
    }

    @POST
    @Path("{id}/verify")
    public Uni<IdentifierResponse.All> verify(@PathParam("id") UUID id, @NotNull @Valid ProofRequest request) {
        return proof.prove(id, request.otp()).map(IdentifierResponse.All::of);
    }

    /** By its kind: an address or a number has no place in a path. */
    @DELETE
    @Path("{kind}")
    public Uni<IdentifierResponse.All> remove(@PathParam("kind") String kind) {
        return own.remove(kind(kind)).map(IdentifierResponse.All::of);
    }

    private static IdentifierKind kind(String text) {
        return Arrays.stream(IdentifierKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(IdentifierProblems::notFound);
    }
}
