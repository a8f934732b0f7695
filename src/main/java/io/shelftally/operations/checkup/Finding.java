package io.shelftally.operations.checkup;

import io.shelftally.operations.launch.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one look at one thing showed.
 *
 * @param check what was looked at, in a word
 * @param found in a sentence, which holds no secret
 * @param remedy empty if nothing need be done
 * @param code with which a night would end, of a failure
 */
record Finding(String check, Status status, String found, String remedy, ExitCode code) {

    enum Status {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String check, String found) {
        return new Finding(check, Status.OK, found, "", ExitCode.OK);
    }

    static Finding warn(String check, String found, String remedy) {
        return new Finding(check, Status.WARN, found, remedy, ExitCode.OK);
    }

    static Finding fail(String check, String found, String remedy, ExitCode code) {
        return new Finding(check, Status.FAIL, found, remedy, code);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", check);
        json.put("status", status.name());
        json.put("found", found);
        json.put("remedy", remedy);
        json.put("exit_code", code.number());
        return json;
    }
}
