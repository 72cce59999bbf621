package io.syncopate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class OneByOneTest {

    @Test
    void oneThatCannotBeDoneKeepsNoOther() {
        var failed = new ArrayList<String>();
        var done = new ArrayList<Located>();
        var oneByOne =
                new OneByOne(
                        (work, item, why) ->
                                failed.add(work + " " + item.id() + ": " + why.getMessage()));
        Located bad = new Located(new TenantId("acme"), "bad");
        Located good = new Located(new TenantId("other"), "good");

        int count =
                oneByOne.each(
                        "mend",
                        List.of(bad, good),
                        item -> {
                            if (item.equals(bad)) {
                                throw new IllegalStateException("cannot be read");
                            }
                            done.add(item);
                        });

        assertThat(count).isEqualTo(1);
        assertThat(done).containsExactly(good);
        assertThat(failed).containsExactly("mend bad: cannot be read");
    }
}
