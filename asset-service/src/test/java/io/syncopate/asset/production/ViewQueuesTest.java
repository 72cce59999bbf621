package io.syncopate.asset.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.asset.Production;
import io.syncopate.asset.production.ViewQueues.Queue;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class ViewQueuesTest {

    private static final Reach ALL = Reach.everything(Callers.ACME);

    private final ViewQueues queues = new Production().queues;

    @Test
    void listsEachOncePageByPage() {
        List<Queue> whole = queues.list(ALL, new PageRequest(200, "")).items();
        List<Queue> paged = new ArrayList<>();
        String token = "";
        do {
            Page<Queue> page = queues.list(ALL, new PageRequest(2, token));
            paged.addAll(page.items());
            token = page.nextToken();
        } while (!token.isEmpty());

        assertThat(paged).hasSizeGreaterThan(2).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "queues-", "queues-x", "queues--1", "shipped-1"})
    void refusesAPageTokenThatIsNotOfThisList(String token) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> queues.list(ALL, new PageRequest(2, token)))
                .withMessageContaining(token);
    }
}
