package io.shelftally.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalLinkTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.gs1.org/01/09506000134352",
                "http://example.com/01/9506000134352",
                "HTTPS://EXAMPLE.COM/01/9506000134352",
                "https://example.com/gtin/9506000134352",
                "https://example.com:8443/shop/uk/01/9506000134352/10/ABC?17=250101#top",
                "https://example.com/01/%39506000134352",
                "https://example.com/01/96385074/01/9506000134352/01/123",
                "https://example.com/01/01/9506000134352",
                "https://example.com//01/9506000134352/",
                "https://example.com/01/95%2F6/gtin/9506000134352",
                "https://example.com/%30%31/9506000134352",
                "https://example.com/01/9506000134352/2024/01/20240115/",
                "https://example.com/01/%209506000134352%20",
                "id.gs1.org/01/9506000134352",
                "ID.GS1.org/01/9506000134352",
                "]Q3https://example.com/01/9506000134352",
                "\uFEFF https://example.com/01/9506000134352 "
            })
    void theRightMostItemNumberInThePathIsRead(String url) {
        assertThat(IdentifierReader.read(url)).map(Identifier::gtin).contains(new Gtin("09506000134352"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "https://example.com",
                "https://example.com/",
                "https://01/9506000134352",
                "https://example.com/01",
                "https://example.com/01/",
                "https://example.com/01/1234567",
                "https://example.com/01/12345678905",
                "https://example.com/2024/01/20240115",
                "id.gs1.org",
                "x.id.gs1.org/01/9506000134352",
                "https://example.com/01/123456789012345",
                "https://example.com/01//9506000134352",
                "https://example.com/GTIN/9506000134352",
                "https://example.com/02/9506000134352",
                "https://example.com/01/9506000134352x",
                "https://example.com/01/9506-000134352",
                "https://example.com/01/%2539506000134352",
                "https://example.com/01/%3",
                "https://example.com/01/9506000%3",
                "https://example.com/01/٩٥٠٦٠٠٠١٣٤٣٥٢",
                "https://example.com?x=/01/9506000134352",
                "https://example.com/?x=/01/9506000134352",
                "https://example.com#/01/9506000134352",
                "https://example.com/(01)09506000134352",
                "ftp://example.com/01/9506000134352",
                "http:/01/9506000134352",
                "example.com/01/9506000134352"
            })
    void aUrlWithoutOneIsNoIdentifier(String url) {
        assertThat(IdentifierReader.read(url)).isEmpty();
    }

    @Test
    void theNumberIsReadByItsLength() {
        Identifier eight =
                IdentifierReader.read("https://example.com/01/12345670").orElseThrow();

        assertThat(eight).isEqualTo(IdentifierReader.read("12345670").orElseThrow());
    }

    @Test
    void theRightMostItemNumberDecidesEvenIfItIsNoIdentifier() {
        assertThat(IdentifierReader.read("https://example.com/01/9506000134352/01/00000000"))
                .isEmpty();
    }
}
