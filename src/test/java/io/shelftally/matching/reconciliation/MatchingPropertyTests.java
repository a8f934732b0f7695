package io.shelftally.matching.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierReader;
import io.shelftally.matching.product.VariableWeight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchingPropertyTests {

    private static final List<String> RELATED = List.of(
            "01245608",
            "12345670",
            "123456000070",
            "1245608",
            "8074477762",
            "080442957X",
            "00001245608",
            "000001245608",
            "012000004568",
            "02758314",
            "027100005834",
            "27100005834",
            "12345678905",
            "012345678905",
            "123456789050",
            "1234567890502",
            "00123456789050",
            "12345678901",
            "1234567890",
            "1234567890128",
            "2345678901234",
            "19506000134359",
            "9506000134352",
            "00017268",
            "172000068",
            "00000017268",
            "00000172000",
            "00000055",
            "5500000000005");

    private final Random random = new Random(20_260_102);

    @Test
    void lookingUpDecidesAsComparingEachWithEachDoes() {
        Map<MatchMethod, Integer> found = new EnumMap<>(MatchMethod.class);
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (int i = 0; i < 20_000; i++) {
            ScanEvidence evidence = evidence();
            MatchRules rules = new MatchRules(random.nextInt(8) > 0, random.nextInt(8) > 0, VariableWeight.NONE);

            Reconciliation reconciliation = new Reconciler(rules).reconcile(evidence);

            assertThat(described(reconciliation)).isEqualTo(new BruteForce(evidence, rules).rows());
            reconciliation.items().forEach(item -> verdicts.add(item.verdict()));
            reconciliation.matches().values().forEach(method -> found.merge(method, 1, Integer::sum));
        }
        assertThat(found).as("methods that the test has met").hasSize(MatchMethod.values().length);
        assertThat(verdicts).as("verdicts that the test has met").containsExactly(Verdict.values());
    }

    @Test
    void aScanIsDecidedAfterOthersAsItIsAlone() {
        Reconciler ofAll = new Reconciler(MatchRules.ALL);
        for (int i = 0; i < 40_000; i++) {
            ScanEvidence evidence = evidence();

            Reconciliation reconciliation = ofAll.reconcile(evidence);

            assertThat(reconciliation).isEqualTo(new Reconciler(MatchRules.ALL).reconcile(evidence));
        }
    }

    private static List<String> described(Reconciliation reconciliation) {
        return reconciliation.items().stream()
                .map(item -> item.verdict() + " " + item.reason() + " "
                        + BruteForce.describe(item.gtin(), item.matchMethod(), item.captures(), item.flags())
                        + item.duplicateCount() + "/" + item.facings())
                .toList();
    }

    private ScanEvidence evidence() {
        List<SettledCapture> captures = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            captures.add(new SettledCapture("capture" + n, "COMPLETED", identifier(), null, null));
        }
        Map<ReportType, ReportList> lists = new EnumMap<>(ReportType.class);
        for (ReportType type : ReportType.values()) {
            if (random.nextInt(3) > 0) {
                lists.put(type, list());
            }
        }
        return new ScanEvidence(lists, captures);
    }

    private ReportList list() {
        List<ReportProduct> products = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            products.add(new ReportProduct(identifier(), text(), number(), number()));
        }
        return new ReportList(products, random.nextInt(4) > 0);
    }

    private ProductText text() {
        return random.nextBoolean()
                ? ProductText.NONE
                : Evidence.product("012345678905").text();
    }

    private @Nullable Long number() {
        int number = random.nextInt(4);
        return number == 3 ? null : (Long) (long) number;
    }

    private Identifier identifier() {
        String code = RELATED.get(random.nextInt(RELATED.size()));
        if (random.nextInt(3) == 0) {
            code = code.substring(0, code.length() - 1) + random.nextInt(10);
        }
        return IdentifierReader.read(code).orElseGet(this::identifier);
    }
}
