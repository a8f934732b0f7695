package io.shelftally.operations.settings;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.unit.DataSize;

/** Refuses times and sizes without a unit: {@code 20} would be 20 ms to Spring, and 20 s to most who read it. */
public final class WithUnits extends AbstractBindHandler {

    private static final Set<Class<?>> MEASURES = Set.of(Duration.class, DataSize.class);

    public WithUnits(BindHandler parent) {
        super(parent);
    }

    @Override
    public @Nullable Object onSuccess(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        ConfigurationProperty given = context.getConfigurationProperty();
        if (given != null && MEASURES.contains(result.getClass()) && isBare(String.valueOf(given.getValue()))) {
            throw new IllegalArgumentException("a number without a unit");
        }
        return super.onSuccess(name, target, context, result);
    }

    /** Nothing is as much in every unit. */
    private static boolean isBare(String text) {
        return text.strip().matches("[+-]?0*[1-9][0-9]*");
    }
}
