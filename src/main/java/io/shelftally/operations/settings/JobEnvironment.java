package io.shelftally.operations.settings;

import io.shelftally.job.connections.BadSettingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Has an application read the settings: the command line, then variables, then files, then the defaults. */
public final class JobEnvironment {

    private final SettingsFiles files;
    private final List<String> settings;

    /**
     * Nothing is read yet.
     *
     * @param config the only file of settings, if given
     * @param settings such as {@code --shelftally.poll.first=1s}, before those of the environment
     */
    public JobEnvironment(Optional<Path> config, List<String> settings) {
        this(SettingsFiles.usual(config), settings);
    }

    JobEnvironment(SettingsFiles files, List<String> settings) {
        this.files = files;
        this.settings = List.copyOf(settings);
    }

    /**
     * Starts the application.
     *
     * @param read is given the application when the settings are read, and before it has a bean
     * @throws BadSettingException if a source of settings cannot be read
     */
    public ConfigurableApplicationContext start(
            SpringApplication application, Consumer<GenericApplicationContext> read) {
        Reading reading = new Reading();
        application.setDefaultProperties(files.defaults());
        application.addInitializers(context -> {
            reading.hasEnded = true;
            AbsoluteUrls.in(context.getEnvironment());
            read.accept((GenericApplicationContext) context);
        });
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(files.arguments());
        try {
            return application.run(arguments.toArray(String[]::new));
        } catch (ConfigDataException named) {
            throw named;
        } catch (RuntimeException trouble) {
            throw reading.hasEnded ? trouble : UnreadableSource.of(trouble);
        }
    }

    private static final class Reading {
        private boolean hasEnded;
    }
}
