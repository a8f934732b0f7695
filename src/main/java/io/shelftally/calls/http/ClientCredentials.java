package io.shelftally.calls.http;

import java.net.URI;

/** What a token is obtained with; never shown. */
public record ClientCredentials(URI tokenUrl, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "credentials for " + tokenUrl.getHost();
    }
}
