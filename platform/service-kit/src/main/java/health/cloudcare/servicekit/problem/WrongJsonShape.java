package health.cloudcare.servicekit.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** JSON that is no such object, as a list in its place. Quarkus has a mapper of its own, which answers an empty 400. */
@Provider
@Priority(Priorities.USER)
public final class WrongJsonShape extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException cause) {
        return InvalidInput.from(cause).orElseThrow();
    }
}
