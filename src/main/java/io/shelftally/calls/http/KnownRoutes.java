package io.shelftally.calls.http;

import java.net.ProxySelector;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Java is asked once for the way to a host, by a proxy or not: it would look through its settings at each call. */
final class KnownRoutes implements HttpRoutePlanner {

    private final HttpRoutePlanner planner = new SystemDefaultRoutePlanner(ProxySelector.getDefault());
    private final Map<HttpHost, HttpRoute> routes = new ConcurrentHashMap<>();

    @Override
    public HttpRoute determineRoute(HttpHost host, HttpContext context) throws HttpException {
        return determineRoute(host, null, context);
    }

    @Override
    public HttpRoute determineRoute(HttpHost host, @Nullable HttpRequest request, HttpContext context)
            throws HttpException {
        HttpRoute known = routes.get(host);
        if (known == null) {
            known = planner.determineRoute(host, request, context);
            routes.put(host, known);
        }
        return known;
    }
}
