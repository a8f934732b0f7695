package io.shelftally.operations.settings;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/** Every setting in force, by name; no secret is in it. */
public final class SettingList implements Answer {

    private final List<ShownSetting> settings;

    private SettingList(List<ShownSetting> settings) {
        this.settings = settings;
    }

    public static SettingList of(Environment environment) {
        return new SettingList(SettingNames.all().stream()
                .map(name -> ShownSetting.of(name, environment))
                .toList());
    }

    @Override
    public String text(Style style) {
        TextTable table = new TextTable("setting", "value", "from");
        settings.forEach(setting -> table.row(setting.name(), setting.shown(), setting.origin()));
        return table.text(style);
    }

    @Override
    public Object json() {
        return Map.of("settings", settings.stream().map(SettingList::json).toList());
    }

    private static Map<String, Object> json(ShownSetting setting) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", setting.name());
        json.put("variable", setting.variable());
        json.put("value", setting.value());
        json.put("is_set", setting.isSet());
        json.put("is_secret", setting.isSecret());
        json.put("origin", setting.origin());
        return json;
    }
}
