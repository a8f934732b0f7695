package io.shelftally.intake.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class IntakeSettingsTests {

    @EnableConfigurationProperties(IntakeSettings.class)
    static class Bound {}

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Bound.class);

    @Test
    void theDefaultsStandInApplicationProperties() {
        application.run(context -> assertThat(context.getBean(IntakeSettings.class))
                .isEqualTo(new IntakeSettings(
                        new BigDecimal("0.20"),
                        1048576,
                        500000,
                        67108864,
                        UuidIds.REFUSE,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    @Test
    void aSettingLeftEmptyIsNotGiven() {
        application
                .withPropertyValues("shelftally.intake.captures-sql= ", "shelftally.intake.url=")
                .run(context -> {
                    assertThat(context.getBean(IntakeSettings.class).capturesSql())
                            .isNull();
                    assertThat(context.getBean(IntakeSettings.class).url()).isNull();
                });
    }

    @Test
    void aShareAboveOneIsRefused() {
        application
                .withPropertyValues("shelftally.intake.max-bad-share=20")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("maxBadShare"));
    }

    @Test
    void anIdFormIsReadInAnyCaseAndAnUnknownOneIsRefused() {
        application
                .withPropertyValues("shelftally.intake.uuid-ids=Convert")
                .run(context -> assertThat(context.getBean(IntakeSettings.class).uuidIds())
                        .isEqualTo(UuidIds.CONVERT));
        application
                .withPropertyValues("shelftally.intake.uuid-ids=accept")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void aLimitOfNothingIsRefused() {
        application
                .withPropertyValues("shelftally.intake.max-rows=0")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("maxRows"));
    }

    @Test
    void whatIsPrintedHidesThePasswordAndTheUrl() {
        IntakeSettings settings = new IntakeSettings(
                BigDecimal.ONE,
                1,
                1,
                1,
                UuidIds.CONVERT,
                "select 1",
                null,
                "jdbc:h2:mem:x;PASSWORD=tulip",
                "reader",
                "orchid");

        assertThat(settings.toString()).contains("select 1").doesNotContain("tulip", "orchid");
    }
}
