package io.syncopate.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class KeyEncoderTest {

    @Property
    void bytesCompareAsTheValuesDo(
            @ForAll("values") @Nullable Object left, @ForAll("values") @Nullable Object right) {
        int expected = ValueComparator.asc().compare(left, right);
        assertThat(Integer.signum(Arrays.compareUnsigned(encode(left, true), encode(right, true))))
                .isEqualTo(Integer.signum(expected));
    }

    @Property
    void descendingBytesCompareTheOtherWay(
            @ForAll("values") @Nullable Object left, @ForAll("values") @Nullable Object right) {
        int ascending = Arrays.compareUnsigned(encode(left, true), encode(right, true));
        int descending = Arrays.compareUnsigned(encode(left, false), encode(right, false));
        assertThat(Integer.signum(descending)).isEqualTo(-Integer.signum(ascending));
    }

    @Property
    void noEncodingIsTheStartOfAnother(
            @ForAll("values") @Nullable Object left, @ForAll("values") @Nullable Object right) {
        byte[] first = encode(left, true);
        byte[] second = encode(right, true);
        boolean starts =
                second.length > first.length
                        && Arrays.equals(first, 0, first.length, second, 0, first.length);
        assertThat(starts).isFalse();
    }

    @Example
    void keepsIntegersApartThatAreTheSameDouble() {
        assertThat(
                        Arrays.compareUnsigned(
                                encode(Long.MAX_VALUE - 1, true), encode(Long.MAX_VALUE, true)))
                .isNegative();
        assertThat(encode((1L << 53) + 1, true)).isNotEqualTo(encode(1L << 53, true));
    }

    @Example
    void refusesWhatHasNoPlaceInTheOrder() {
        assertThat(KeyEncoder.canEncode(List.of(1))).isFalse();
        assertThat(KeyEncoder.canEncode(Double.NaN)).isFalse();
        assertThat(KeyEncoder.canEncode(new Decimal128(1, 2))).isFalse();
        assertThat(KeyEncoder.canEncode(new Document("a", List.of()))).isFalse();
    }

    @Provide
    Arbitrary<@Nullable Object> values() {
        Arbitrary<Object> scalars =
                Arbitraries.oneOf(
                        Arbitraries.integers().asGeneric(),
                        Arbitraries.longs().between(-(1L << 62), 1L << 62).asGeneric(),
                        Arbitraries.doubles().between(-1e6, 1e6).asGeneric(),
                        Arbitraries.of(0, 0L, 0.0, -0.0, 1, 1L, 1.0, -1, Integer.MAX_VALUE),
                        Arbitraries.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
                        Arbitraries.strings().ofMaxLength(5).asGeneric(),
                        Arbitraries.strings()
                                .withChars('\0', '\1', '\2', 'a')
                                .ofMaxLength(3)
                                .asGeneric(),
                        Arbitraries.of(true, false),
                        Arbitraries.longs()
                                .between(-1_000_000, 1_000_000)
                                .map(Instant::ofEpochMilli),
                        Arbitraries.longs().map(KeyEncoderTest::objectId),
                        Arbitraries.longs().map(bits -> new UUID(bits, bits)),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(3).map(BinData::new),
                        Arbitraries.just(Missing.getInstance()));
        Arbitrary<Object> documents =
                Arbitraries.maps(
                                Arbitraries.of("a", "b", "ab"),
                                Arbitraries.integers().between(0, 2))
                        .ofMaxSize(2)
                        .map(Document::new);
        return Arbitraries.oneOf(scalars, scalars, documents).injectNull(0.05);
    }

    private static Object objectId(long seed) {
        byte[] bytes = new byte[12];
        new Random(seed).nextBytes(bytes);
        return new ObjectId(bytes);
    }

    private static byte[] encode(@Nullable Object value, boolean ascending) {
        KeyEncoder encoder = new KeyEncoder();
        assertThat(encoder.append(value, ascending)).isTrue();
        return encoder.bytes();
    }
}
