package io.shelftally.operations.launch;

import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.collect.PollSettings;
import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.http.HttpSettings;
import io.shelftally.intake.worklist.IntakeSettings;
import io.shelftally.job.alerts.AlertSettings;
import io.shelftally.job.connections.BadSettingException;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.job.derivation.BreakSettings;
import io.shelftally.job.derivation.MatchingSettings;
import io.shelftally.job.nightly.CoverageSettings;
import io.shelftally.job.site.SiteSettings;
import io.shelftally.job.workers.WorkerSettings;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.run.RunSettings;
import io.shelftally.night.run.SessionName;
import io.shelftally.night.run.SteadyClock;
import io.shelftally.night.scans.PensaSettings;
import io.shelftally.operations.settings.JobEnvironment;
import io.shelftally.operations.settings.WithUnits;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The job and what it needs, wired; free of the terminal. Nothing is configured but what is asked for, and no class is read that
 * is no bean (META-INF/spring.components): a start is quick.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    RetrySettings.class,
    PollSettings.class,
    HttpSettings.class,
    IntakeSettings.class,
    AlertSettings.class,
    BreakSettings.class,
    MatchingSettings.class,
    CoverageSettings.class,
    ClosientSettings.class,
    RunSettings.class,
    PensaSettings.class,
    SiteSettings.class,
    WorkerSettings.class
})
@ComponentScan(
        basePackages = {
            "io.shelftally.calls",
            "io.shelftally.intake",
            "io.shelftally.night",
            "io.shelftally.job",
            "io.shelftally.operations"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.shelftally\\.operations\\.(cli|launch)\\..*"))
class JobContext {

    /** @param read is given the settings before the first bean is made */
    static ConfigurableApplicationContext start(
            StopSignal stop,
            Progress progress,
            DatabaseNeed need,
            SessionName sessions,
            JobEnvironment settings,
            Consumer<ConfigurableEnvironment> read) {
        return settings.start(quiet(JobContext.class), beans -> {
            beans.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME); // no bean listens
            read.accept(beans.getEnvironment());
            beans.registerBean(ConfigurationPropertiesBindHandlerAdvisor.class, () -> WithUnits::new);
            beans.registerBean(StopSignal.class, () -> stop);
            beans.registerBean(Progress.class, () -> progress);
            beans.registerBean(DatabaseNeed.class, () -> need);
            beans.registerBean(SessionName.class, () -> sessions);
        });
    }

    /** The settings as a start would read them, and no bean. */
    static ConfigurableEnvironment settings(JobEnvironment settings) {
        try (ConfigurableApplicationContext empty = settings.start(quiet(Empty.class), beans -> {})) {
            return empty.getEnvironment();
        }
    }

    private static SpringApplication quiet(Class<?> beans) {
        SpringApplication application = new SpringApplication(beans);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setLazyInitialization(true);
        application.setRegisterShutdownHook(false);
        LocaleContextHolder.setDefaultLocale(Locale.ROOT); // what is wrong with a setting is told in English
        return application;
    }

    private static final class Empty {}

    @Bean
    Clock clock(@Value("${shelftally.zone}") String zone) {
        try {
            return new SteadyClock(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new BadSettingException("shelftally.zone must be a zone such as Europe/Paris, not \"" + zone + "\"");
        }
    }
}
