package io.shelftally.job.connections;

import io.shelftally.intake.worklist.Intake;
import io.shelftally.intake.worklist.IntakeSettings;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The intake, asking the job's own database where the settings name no other. */
@Configuration(proxyBeanMethods = false)
class IntakeBeans {

    @Bean
    Intake intake(IntakeSettings settings, DataSource dataSource) {
        String url = settings.url();
        if (url != null && !DatabaseUrl.isKnown(url)) {
            throw new BadSettingException("shelftally.intake.url " + DatabaseUrl.NAMES_NONE);
        }
        return new Intake(settings, dataSource);
    }
}
