package io.syncopate.starter.call;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value is required | a value",
                "value is empty, which is not a valid email address | a valid email address",
                "value must be one of the defined enum values | one of the defined enum values",
                "does not match regex pattern `^a+$` | text that matches `^a+$`",
                "does not match regex pattern `^rooms/[a-z]+$` | a name like rooms/abc",
                "does not match regex pattern `^rooms/[0-9]+$` | text that matches"
                        + " `^rooms/[0-9]+$`",
                "does not match regex pattern `^(rooms/[a-z]{1,9})?$` | a name like rooms/abc, or"
                        + " nothing",
                "does not match regex pattern `(?s)^(\\s*\\S.*)?$` | text that is not blank, or"
                        + " nothing",
                "does not have prefix `a` | text that begins with `a`",
                "must be at least 1 characters | at least 1 character",
                "must be at least 12 characters | at least 12 characters",
                "must be at most 1 bytes | 1 byte at most",
                "must be at most 200 characters | 200 characters at most",
                "must contain at least 1 item(s) | at least 1 item",
                "must contain no more than 50 item(s) | 50 items at most",
                "map must be at most 5 entries | 5 entries at most",
                "repeated value must contain unique items | each item once",
                "must be greater than or equal to 1 and less than or equal to 5 | 1 to 5",
                "must be greater than or equal to 0 | 0 or more",
                "must be greater than 0 and less than 2 | greater than 0 and less than 2",
                "must be less than or equal to -1.5 | -1.5 or less",
                "must be in list [1, 2] | one of 1, 2",
                "must equal 3 | 3",
                "a key of its own for each stage | a key of its own for each stage",
                "must not begin with x | must not begin with x",
            })
    void saysWhatWouldBeRight(String rule, String expected) {
        assertThat(Expectation.of(Violation.newBuilder().setMessage(rule).build()))
                .isEqualTo(expected);
    }

    @Test
    void namesTheRuleThatSaysNothing() {
        assertThat(Expectation.of(Violation.newBuilder().setRuleId("stage.keys").build()))
                .isEqualTo("what the rule stage.keys asks for");
    }
}
