package dev.beatboard.service.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// All routes, each once.
public final class RouteTable {

    private final List<Route> routes;
    private final List<Pattern> patterns;

    RouteTable(List<Routes> features) {
        List<Route> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Routes feature : features) {
            for (Route route : feature.routes()) {
                if (!seen.add(route.method() + " " + route.path().replaceAll("\\{[^}]*}|<[^>]*>", "{}"))) {
                    throw new IllegalArgumentException("Two routes for " + route.method() + " " + route.path());
                }
                all.add(route);
            }
        }
        // Fixed words before parameters, so that /generations/concepts is not an identifier.
        all.sort((a, b) -> sortable(a.path()).compareTo(sortable(b.path())));
        this.routes = Collections.unmodifiableList(all);
        this.patterns = routes.stream()
                .map(r -> Pattern.compile(r.path()
                                .replaceAll("[.+]", "\\\\$0")
                                .replaceAll("\\{[^}]*}", "[^/]+")
                                .replaceAll("<[^>]*>", ".+")
                        + "/?"))
                .toList();
    }

    private static String sortable(String path) {
        return path.replace("{", "\uFFFE").replace("<", "\uFFFF");
    }

    public List<Route> routes() {
        return routes;
    }

    /// The methods that an address has, with those that follow; empty if there is no such address.
    Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        for (int i = 0; i < routes.size(); i++) {
            if (patterns.get(i).matcher(path).matches()) {
                Method method = routes.get(i).method();
                methods.add(method.name());
                if (method == Method.GET) {
                    methods.add("HEAD");
                }
                methods.add("OPTIONS");
            }
        }
        return methods;
    }

    /// The dialect of an address, that of its first route.
    Dialect dialect(String path) {
        for (int i = 0; i < routes.size(); i++) {
            if (patterns.get(i).matcher(path).matches()) {
                return routes.get(i).dialect();
            }
        }
        return Dialect.of(path);
    }
}
