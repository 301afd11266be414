package health.cloudcare.wearables.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatheredTest {
    private record Call(List<Integer> questions, CompletableFuture<List<String>> answers) {
        void answer() {
            answers.complete(
                    questions.stream().map(question -> "answer " + question).toList());
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final Gathered<Integer, String> gathered = new Gathered<>(questions -> {
        Call call = new Call(questions, new CompletableFuture<>());
        calls.add(call);
        return Uni.createFrom().completionStage(call.answers());
    });

    @Test
    void whoIsAloneIsACallOfTheirOwn() {
        CompletableFuture<String> answer = ask(1);

        assertThat(calls).extracting(Call::questions).containsExactly(List.of(1));
        assertThat(answer).isNotDone();
        calls.getFirst().answer();
        assertThat(answer).isCompletedWithValue("answer 1");
    }

    @Test
    void whoAsksDuringACallGoesWithTheNext() {
        CompletableFuture<String> first = ask(1);
        CompletableFuture<String> second = ask(2);
        CompletableFuture<String> third = ask(3);

        assertThat(calls).hasSize(1);
        calls.getFirst().answer();
        assertThat(first).isCompletedWithValue("answer 1");
        assertThat(calls).extracting(Call::questions).containsExactly(List.of(1), List.of(2, 3));
        calls.getLast().answer();
        assertThat(second).isCompletedWithValue("answer 2");
        assertThat(third).isCompletedWithValue("answer 3");
    }

    @Test
    void aFailureIsThatOfEveryQuestionOfTheCallAndOfNoOther() {
        CompletableFuture<String> first = ask(1);
        CompletableFuture<String> second = ask(2);
        CompletableFuture<String> third = ask(3);
        calls.getFirst().answer();

        calls.getLast().answers().completeExceptionally(new IllegalStateException("no answer"));

        assertThat(first).isCompleted();
        assertThat(second).isCompletedExceptionally();
        assertThat(third).isCompletedExceptionally();
        CompletableFuture<String> fourth = ask(4);
        calls.getLast().answer();
        assertThat(fourth).isCompletedWithValue("answer 4");
    }

    @Test
    void aCallIsBounded() {
        CompletableFuture<String> first = ask(0);
        List<CompletableFuture<String>> others =
                IntStream.rangeClosed(1, Gathered.MOST + 1).mapToObj(this::ask).toList();

        for (int call = 0; call < 3; call++) {
            calls.get(call).answer();
        }

        assertThat(calls).extracting(call -> call.questions().size()).containsExactly(1, Gathered.MOST, 1);
        assertThat(first).isCompleted();
        assertThat(others).allSatisfy(answer -> assertThat(answer).isCompleted());
    }

    private CompletableFuture<String> ask(int question) {
        return gathered.ask(question).subscribeAsCompletionStage();
    }
}
