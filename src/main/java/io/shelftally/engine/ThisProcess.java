package io.shelftally.engine;

import io.shelftally.base.host.HostName;

/** As people know this process. */
record ThisProcess(String host, long pid) {

    static ThisProcess found() {
        return new ThisProcess(HostName.found(), ProcessHandle.current().pid());
    }
}
