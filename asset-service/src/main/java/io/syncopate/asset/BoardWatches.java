package io.syncopate.asset;

import io.syncopate.asset.production.WatchBoards;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Ends the open streams before the server stops, which would wait for them. */
@Component
class BoardWatches implements SmartLifecycle {

    private final WatchBoards watches;
    private volatile boolean running;

    BoardWatches(WatchBoards watches) {
        this.watches = watches;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        watches.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
