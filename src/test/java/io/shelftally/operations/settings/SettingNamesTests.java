package io.shelftally.operations.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Documents;
import io.shelftally.SettingsTests;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SettingNamesTests {

    @Test
    void everyRecordThatSettingsAreBoundToIsListed() {
        assertThat(SettingNames.records())
                .as("SettingNames.RECORDS")
                .containsExactlyInAnyOrderElementsOf(SettingsTests.records().toList());
    }

    @Test
    void theNamesAreThoseOfTheRunbook() throws IOException {
        assertThat(SettingNames.all())
                .containsExactlyInAnyOrderElementsOf(
                        Documents.rows(Documents.section(Documents.runbook("Settings"), "Settings")).stream()
                                .map(cells -> cells.get(0))
                                .toList());
    }

    @Test
    void whatTheRunbookCallsSecretIsNotShown() throws IOException {
        assertThat(SettingNames.all().stream().filter(SettingNames::isSecret))
                .containsExactlyInAnyOrderElementsOf(
                        Documents.rows(Documents.section(Documents.runbook("Settings"), "Settings")).stream()
                                .filter(cells ->
                                        cells.get(3).toLowerCase(Locale.ROOT).matches("(?s).*\\bsecret\\b.*"))
                                .map(cells -> cells.get(0))
                                .toList());
    }
}
