package io.shelftally.calls.collect;

import io.shelftally.calls.collect.CallCounts.Call;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** How long a night's calls take that this process makes, by vendor; those that fail say more of limits and deadlines. */
final class CallTimes {

    private static final Set<String> AS_ASKED = Set.of("ok", "not_ready");
    private static final int DIGITS = 3;
    private static final double HALF = 50;
    private static final double NEARLY_ALL = 99;

    private final Map<String, Histogram> millis = new TreeMap<>();
    private @Nullable LocalDate night;

    /** Of another night than before it begins anew. */
    synchronized void add(LocalDate businessDate, String vendor, List<Call> calls) {
        if (!businessDate.equals(night)) {
            night = businessDate;
            millis.clear();
        }
        Histogram histogram = millis.computeIfAbsent(vendor, name -> new Histogram(DIGITS));
        calls.stream()
                .filter(call -> AS_ASKED.contains(call.result()))
                .forEach(call -> histogram.recordValue(Math.max(1, call.took().toMillis())));
    }

    /** By vendor; one without such a call is left out. */
    synchronized Map<String, CallCounts.Times> of(LocalDate businessDate) {
        Map<String, CallCounts.Times> times = new TreeMap<>();
        if (businessDate.equals(night)) {
            millis.forEach((vendor, histogram) -> {
                if (histogram.getTotalCount() > 0) {
                    times.put(
                            vendor,
                            new CallCounts.Times(
                                    histogram.getTotalCount(),
                                    histogram.getValueAtPercentile(HALF),
                                    histogram.getValueAtPercentile(NEARLY_ALL)));
                }
            });
        }
        return times;
    }
}
