package dev.beatboard.service.view;

import dev.beatboard.service.generation.Announcer;
import dev.beatboard.service.generation.Dialect;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.generation.State;
import dev.beatboard.service.webhook.Deliveries;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Sends what happens to a generation to the account's webhooks, and to the callback that the order
/// itself named.
public final class ClientAnnouncer implements Announcer {

    private final Deliveries deliveries;
    private final GenerationView ours;
    private final DreamMachineView dreamMachine;

    public ClientAnnouncer(Deliveries deliveries, Links links) {
        this.deliveries = deliveries;
        this.ours = new GenerationView(links);
        this.dreamMachine = new DreamMachineView(links);
    }

    /// All events that there are, such as `generation.completed`.
    public static Set<String> events() {
        Set<String> events = new TreeSet<>();
        Arrays.stream(State.values()).forEach(s -> events.add(event(s)));
        return events;
    }

    private static String event(State state) {
        return "generation." + state.label();
    }

    @Override
    public void changed(Handle h, Generation g, Instant now) {
        List<Output> outputs = Generations.outputs(h, g);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("type", event(g.state()));
        message.put("timestamp", now.toString());
        message.set("data", ours.of(g, outputs, now));
        deliveries.enqueue(h, g.account(), event(g.state()), message.toString(), now);
        g.callbackUrl()
                .ifPresent(url -> deliveries.enqueueCallback(
                        h,
                        g.account(),
                        url,
                        (g.dialect() == Dialect.DREAM_MACHINE ? dreamMachine.of(g, outputs, now) : message).toString(),
                        now));
    }
}
