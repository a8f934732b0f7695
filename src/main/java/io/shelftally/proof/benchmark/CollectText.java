package io.shelftally.proof.benchmark;

import static io.shelftally.proof.benchmark.Page.figure;
import static io.shelftally.proof.benchmark.Page.millis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of collecting: by the limit that it has, by what the vendors saw, and by the calls in flight. */
record CollectText(Page page) {

    void collect(Trial trial) {
        Night night = trial.night();
        Vendor vendor = night.load().vendor();
        page.heading("Collect, " + vendor.tail());
        page.line("time", Page.seconds(night.collect()));
        page.line("items", figure("%.1f a second", night.itemsPerSecond()));
        page.line("calls", figure("%,d, %.1f a second", night.allCalls(), night.callsPerSecond()));
        night.load().atOnce().ifPresent(atOnce -> limit(night, atOnce));
        atTheVendors(night);
        trial.client()
                .ifPresent(run -> page.line(
                        "by a plain client",
                        figure(
                                "%s, %.1f items a second, %d in flight: the job is %.2f times as fast",
                                Page.seconds(run.time()),
                                run.itemsPerSecond(),
                                run.inFlight(),
                                night.itemsPerSecond() / run.itemsPerSecond())));
    }

    private void limit(Night night, int atOnce) {
        Latencies latencies = night.load().vendor().latencies();
        double stated = night.mostCallsPerSecond(latencies.mean());
        page.line(
                "limit, Little's law",
                figure(
                        "%d at once / %.1f ms a call as drawn = %.1f calls a second",
                        atOnce, millis(night.vendor().work()), night.mostCallsPerSecond()));
        page.line("share of the limit", figure("%.1f %%", 100 * night.shareOfLimit()));
        page.line(
                "by the stated mean",
                figure(
                        "%.1f ms, %.1f calls a second, %.1f %%",
                        millis(latencies.mean()), stated, 100 * night.callsPerSecond() / stated));
    }

    private void atTheVendors(Night night) {
        VendorFigures vendor = night.vendor();
        page.line(
                "calls at the vendors",
                figure("%,d, %.1f at once on the average", vendor.allCalls(), vendor.atOnce(night.collect())));
        page.line(
                "their own latency",
                figure(
                        "%.1f ms on the average, half at most %.1f ms, 99 %% at most %.1f ms",
                        millis(vendor.mean()), millis(vendor.p50()), millis(vendor.p99())));
        page.line(
                "of them",
                vendor.calls().entrySet().stream()
                        .map(answer -> figure("%,d %s", answer.getValue(), answer.getKey()))
                        .collect(Collectors.joining(", ")));
    }

    /** Nights that differ by the calls in flight alone. */
    void windows(List<Night> nights) {
        double best = nights.stream()
                .filter(night -> night.load().inFlight().number().isPresent())
                .max(Comparator.comparingDouble(Night::callsPerSecond))
                .map(Night::callsPerSecond)
                .orElse(Double.NaN);
        page.heading("Collect by calls in flight, " + nights.get(0).load().vendor());
        page.add(
                "  %-10s%12s%12s%16s%14s%12s%14s%12s\n",
                "in flight", "seconds", "calls", "calls a second", "of the best", "at once", "latency, ms", "99 %, ms");
        for (Night night : nights) {
            VendorFigures vendor = night.vendor();
            page.add(
                    "  %-10s%12.2f%,12d%16.1f%12.1f %%%12.1f%14.1f%12.1f\n",
                    night.load().inFlight(),
                    night.collectSeconds(),
                    vendor.allCalls(),
                    night.callsPerSecond(),
                    100 * night.callsPerSecond() / best,
                    vendor.atOnce(night.collect()),
                    millis(vendor.mean()),
                    millis(vendor.p99()));
        }
    }
}
