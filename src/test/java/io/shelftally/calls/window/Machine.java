package io.shelftally.calls.window;

import java.util.Random;

/** The machine of the client: what a call costs there, before it reaches the vendor and after its answer is there. */
interface Machine {

    /**
     * A call is made.
     *
     * @param inFlight how many there are with it: a connection that is not there yet is opened
     */
    void sends(int inFlight, Runnable whenSent);

    void receives(Runnable whenRead);

    /** Between an answer and the next call. */
    void turns(Runnable next);

    /** It does nothing else, and takes a millisecond from an answer to the next call. */
    static Machine quiet(Events events) {
        return new Machine() {
            @Override
            public void sends(int inFlight, Runnable whenSent) {
                whenSent.run();
            }

            @Override
            public void receives(Runnable whenRead) {
                whenRead.run();
            }

            @Override
            public void turns(Runnable next) {
                events.after(1, next);
            }
        };
    }

    /**
     * Two processors. A call costs a tenth of a millisecond before and after, ten times as much in a process that has just begun, and five to
     * open a connection; answers are read, and stored a fifth of a second's at once; all stands still for 10 to 100 ms about
     * twice in three seconds.
     */
    static Machine busy(Events events, Random random) {
        return new BusyMachine(events, random);
    }

    /** See {@link #busy}. */
    final class BusyMachine implements Machine {

        private static final double CALL = 0.1;
        private static final double READING = 0.25;
        private static final double STORING = 0.15;
        private static final double SLICE = 2;

        private final Events events;
        private final Random random;
        private final double[] freeAt = new double[2];
        private int connections;
        private int calls;
        private int unstored;

        private BusyMachine(Events events, Random random) {
            this.events = events;
            this.random = random;
            events.after(200, this::store);
            events.after(stop(), this::pause);
        }

        @Override
        public void sends(int inFlight, Runnable whenSent) {
            boolean isNew = inFlight > connections;
            connections = Math.max(connections, inFlight);
            work(cold() * (isNew ? 5 * CALL : CALL), () -> events.after(isNew ? 1 : 0.05, whenSent));
        }

        @Override
        public void receives(Runnable whenRead) {
            work(cold() * CALL, whenRead);
        }

        @Override
        public void turns(Runnable next) {
            calls++;
            unstored++;
            work(cold() * CALL, next);
            work(cold() * READING, () -> {});
        }

        private double cold() {
            return 1 + 9 * Math.exp(-calls / 800.0);
        }

        private void store() {
            double millis = unstored * STORING * cold();
            unstored = 0;
            slice(millis);
            events.after(200, this::store);
        }

        private void slice(double millis) {
            if (millis > 0) {
                work(Math.min(SLICE, millis), () -> slice(millis - SLICE));
            }
        }

        private void pause() {
            double until = events.now() + 10 + 90 * random.nextDouble();
            for (int i = 0; i < freeAt.length; i++) {
                freeAt[i] = Math.max(freeAt[i], until);
            }
            events.after(stop(), this::pause);
        }

        private double stop() {
            return -1500 * Math.log(1 - random.nextDouble());
        }

        private void work(double millis, Runnable then) {
            int first = freeAt[0] <= freeAt[1] ? 0 : 1;
            freeAt[first] = Math.max(freeAt[first], events.now()) + millis * (0.5 + random.nextDouble());
            events.at(freeAt[first], then);
        }
    }
}
