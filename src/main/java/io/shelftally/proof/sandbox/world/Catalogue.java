package io.shelftally.proof.sandbox.world;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Real products with their published codes, from the USDA's FoodData Central (see sample-data/README.md). */
public final class Catalogue {

    private static final String RESOURCE = "/io/shelftally/proof/sandbox/catalogue.csv";

    private final List<CatalogueItem> items;
    private final Map<String, CatalogueItem> byCode;

    private Catalogue(List<CatalogueItem> items) {
        this.items = List.copyOf(items);
        this.byCode = items.stream().collect(Collectors.toMap(CatalogueItem::code, item -> item));
    }

    /** Reads the catalogue that comes with the program. */
    public static Catalogue load() {
        InputStream resource =
                Objects.requireNonNull(Catalogue.class.getResourceAsStream(RESOURCE), "no resource " + RESOURCE);
        try (CSVReader rows = new CSVReaderBuilder(new InputStreamReader(resource, StandardCharsets.UTF_8))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .withSkipLines(1)
                .build()) {
            return new Catalogue(read(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvValidationException e) {
            throw new IllegalStateException(RESOURCE + " cannot be read", e);
        }
    }

    public int size() {
        return items.size();
    }

    /** The product in a row, from 0. */
    public CatalogueItem get(int row) {
        return items.get(row);
    }

    /** The product with this published code. */
    public Optional<CatalogueItem> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static List<CatalogueItem> read(CSVReader rows) throws IOException, CsvValidationException {
        List<CatalogueItem> items = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (String[] row = rows.readNext(); row != null; row = rows.readNext()) {
            items.add(item(items.size(), row, numbers));
        }
        return items;
    }

    private static CatalogueItem item(int row, String[] cells, Map<String, Integer> numbers) {
        String brand = cells[2];
        String owner = cells[3];
        String category = cells[4];
        String name = cells[1].isEmpty() ? (brand.isEmpty() ? owner : brand) + " " + category : cells[1];
        return new CatalogueItem(
                row,
                cells[0],
                name,
                brand,
                category,
                owner,
                new CatalogueItem.Ids(number(numbers, brand), number(numbers, category), number(numbers, owner)));
    }

    private static int number(Map<String, Integer> numbers, String text) {
        return numbers.computeIfAbsent(text, any -> 1001 + numbers.size());
    }
}
