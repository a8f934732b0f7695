package io.shelftally.calls.http;

import java.io.IOException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/**
 * The client's own step between the route and the connection without passwords for vendors and proxies, which are off: it
 * parses each address anew for them.
 */
final class NoPasswords implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        HttpRoute route = scope.route;
        if (route.getProxyHost() != null && !route.isTunnelled() && request instanceof BasicHttpRequest toProxy) {
            toProxy.setAbsoluteRequestUri(true);
        }
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity body = response.getEntity();
            if (body != null && body.isStreaming()) {
                response.setEntity(new ReleasingBody(body, scope.execRuntime));
            }
            return response;
        } catch (HttpException | IOException | RuntimeException e) {
            scope.execRuntime.discardEndpoint();
            throw e;
        }
    }
}
