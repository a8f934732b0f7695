package io.shelftally.operations.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Those whom the settings name. One whose settings cannot be used is warned of and left out: a night must not fail for them,
 * least of all when nobody could be told.
 */
public final class TellerList {

    private static final Logger LOG = LoggerFactory.getLogger(TellerList.class);

    private final Environment environment;
    private final Binder binder;
    private final Set<String> secrets;
    private final List<Teller> tellers = new ArrayList<>();

    /** @param secrets names of variables that no command is given */
    public TellerList(Environment environment, Set<String> secrets) {
        this.environment = environment;
        this.binder = Binder.get(environment);
        this.secrets = secrets;
    }

    /**
     * All of them.
     *
     * @param onFailure the command of the command line, before that of the settings
     * @param onSuccess likewise
     */
    public List<Teller> all(@Nullable String onFailure, @Nullable String onSuccess) {
        add("shelftally.notify.ping.url", this::ping);
        add("shelftally.notify.webhook.url", this::webhook);
        add("shelftally.notify.mail.host", this::mail);
        command("shelftally.notify.command.on-failure", onFailure, true);
        command("shelftally.notify.command.on-success", onSuccess, false);
        return List.copyOf(tellers);
    }

    /** How long the end of a run waits for all of them. */
    public NotifySettings settings() {
        return bound(NotifySettings.class);
    }

    private void add(String name, Supplier<Teller> teller) {
        if (given(name).isPresent()) {
            try {
                tellers.add(teller.get());
            } catch (RuntimeException e) {
                LOG.warn("nobody is told by {}: {}", name.replaceFirst("[.][^.]*$", ""), SettingTrouble.reason(e));
            }
        }
    }

    private Teller ping() {
        PingSettings ping = bound(PingSettings.class);
        return new Ping(Target.secret("shelftally.notify.ping.url", required(ping.url()), allowsPlain()), http());
    }

    private Teller webhook() {
        WebhookSettings webhook = bound(WebhookSettings.class);
        Target target = Target.secret("shelftally.notify.webhook.url", required(webhook.url()), allowsPlain());
        return new Webhook(target, webhook, http());
    }

    private Teller mail() {
        return new Mail(bound(MailSettings.class), settings().timeout());
    }

    private void command(String name, @Nullable String option, boolean onFailure) {
        Optional.ofNullable(option)
                .or(() -> given(name))
                .ifPresent(command -> tellers.add(
                        new ShellCommand(command, onFailure, secrets, settings().timeout())));
    }

    private HttpSender http() {
        return new HttpSender(settings().timeout());
    }

    private boolean allowsPlain() {
        return environment.getProperty("shelftally.http.allow-plain", Boolean.class, false);
    }

    private Optional<String> given(String name) {
        return Optional.of(environment.getProperty(name, "").strip()).filter(value -> !value.isEmpty());
    }

    private <T> T bound(Class<T> type) {
        return binder.bindOrCreate(
                type.getAnnotation(ConfigurationProperties.class).value(), type);
    }

    private static <T> T required(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow(() -> new IllegalArgumentException("it is not set"));
    }
}
