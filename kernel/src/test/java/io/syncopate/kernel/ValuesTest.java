package io.syncopate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "Acme", "a/b", "a b"})
    void refusesWhatIsNoTenant(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TenantId(value))
                .withMessageContaining("'" + value + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "ann@acme.org"})
    void refusesWhatIsNoUid(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Uid(value))
                .withMessageContaining("'" + value + "'");
    }

    @Test
    void aServiceIsKnownByItsUid() {
        assertThat(Uid.ofService("scheduling").isService()).isTrue();
        assertThat(new Uid("ann").isService()).isFalse();
    }

    @Test
    void pagesHaveADefaultAndALargestSize() {
        assertThat(PageRequest.first().size()).isEqualTo(50);
        assertThat(new PageRequest(1000, "").size()).isEqualTo(200);
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> new PageRequest(-1, ""))
                .withMessageContaining("page_size: -1");
    }
}
