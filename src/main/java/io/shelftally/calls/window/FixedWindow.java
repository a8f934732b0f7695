package io.shelftally.calls.window;

/** A window of a number that somebody chose. */
record FixedWindow(int inFlight, int ahead) implements Window {

    @Override
    public void ended(EndedCall call) {}

    @Override
    public WindowFigures figures() {
        return new WindowFigures(false, inFlight, inFlight, inFlight);
    }
}
