package io.shelftally.calls.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One call to a vendor.
 *
 * @param headers by name; their values may be secret and are never shown
 * @param json the body, or empty for a call without one
 */
public record VendorRequest(String method, URI uri, Map<String, String> headers, Optional<String> json) {

    public VendorRequest {
        headers = Map.copyOf(headers);
        headers.forEach(SettingChecks::requireHeaderSafe);
    }

    @Override
    public String toString() {
        return method + " " + uri + " with " + headers.keySet();
    }
}
