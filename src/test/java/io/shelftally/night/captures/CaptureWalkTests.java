package io.shelftally.night.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.captures.CaptureAnswer.Kind;
import io.shelftally.night.captures.CaptureMachine.Step;
import io.shelftally.night.items.When;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks of the machine over any answers at all, beside a second account of what was sent and what came back. */
class CaptureWalkTests {

    private static final int WALKS = 4000;
    private static final int LONGEST = 300;

    private static final List<CaptureAnswer> TRANSIENT = List.of(Answers.LOST, Answers.RATE_LIMITED, Answers.busy("1"));

    /** Mostly answers that keep a capture going, so that walks are long. */
    private static final List<CaptureAnswer> ANSWERS = List.of(
            Answers.LOST,
            Answers.LOST,
            Answers.RATE_LIMITED,
            Answers.CONFLICT,
            Answers.UNPROCESSABLE,
            Answers.says("FAILED"),
            Answers.says("FAILED"),
            Answers.says("FAILED"),
            Answers.says("PENDING"),
            Answers.says("NEW_WORD"),
            Answers.says("COMPLETED"),
            Answers.UNKNOWN);

    /** What is known of the retries of one capture without looking into the machine. */
    private static final class Account {

        private boolean retryIsOpen;
        private int sentInVain;
        private int counted;

        void enter(boolean isRetry, CaptureAnswer answer) {
            boolean usable = answer.kind() == Kind.USABLE;
            boolean failed = answer.status().filter("FAILED"::equals).isPresent();
            if (isRetry) {
                assertThat(retryIsOpen)
                        .as("a retry while an earlier one is open")
                        .isFalse();
                counted += usable ? 1 : 0;
                sentInVain = usable ? 0 : sentInVain + 1;
                retryIsOpen = answer.kind() == Kind.LOST;
            } else if (usable || answer.kind() == Kind.UNKNOWN) {
                counted += retryIsOpen && !failed ? 1 : 0;
                sentInVain = failed ? sentInVain : 0;
                retryIsOpen = false;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,4", "1,4", "1,1", "2,3", "5,2"})
    void theInvariantsHoldOnEveryWalk(int maxRetries, int attempts) {
        CaptureMachine machine = new CaptureMachine(maxRetries, attempts);
        Random random = new Random(20261122);

        for (int walk = 0; walk < WALKS; walk++) {
            walk(machine, maxRetries, attempts, random);
        }
    }

    @Test
    void answersThatFailInPassingLeadToAPollOrAnEndWithinTheAttempts() {
        int attempts = 4;
        CaptureMachine machine = new CaptureMachine(3, attempts);
        Random random = new Random(7);

        for (int walk = 0; walk < WALKS; walk++) {
            CaptureState state = anyState(machine, random);
            int calls = 0;
            When when = When.NOW;
            while (when == When.NOW || when == When.AFTER_ATTEMPT) {
                assertThat(++calls).as("calls from " + state).isLessThanOrEqualTo(2 * attempts);
                Step step = machine.after(state, TRANSIENT.get(random.nextInt(TRANSIENT.size())));
                state = step.state();
                when = step.when();
            }
        }
    }

    private static void walk(CaptureMachine machine, int maxRetries, int attempts, Random random) {
        Account account = new Account();
        CaptureState state = CaptureState.NEW;
        for (int calls = 0; !state.isDone() && calls < LONGEST; calls++) {
            boolean isRetry = state.phase() == CapturePhase.RETRY;
            CaptureAnswer answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
            Step step = machine.after(state, answer);

            account.enter(isRetry, answer);

            state = step.state();
            assertThat(state.retries()).isEqualTo(account.counted).isLessThanOrEqualTo(maxRetries);
            assertThat(account.sentInVain).isLessThanOrEqualTo(attempts);
            assertThat(state.isDone()).isEqualTo(step.when() == When.NEVER);
            assertThat(state.isDone()).isEqualTo(state.ending().isPresent());
        }
    }

    private static CaptureState anyState(CaptureMachine machine, Random random) {
        CaptureState state = CaptureState.NEW;
        for (int calls = random.nextInt(20); calls > 0; calls--) {
            CaptureState next = machine.after(state, ANSWERS.get(random.nextInt(ANSWERS.size())))
                    .state();
            state = next.isDone() ? CaptureState.NEW : next;
        }
        return state;
    }
}
