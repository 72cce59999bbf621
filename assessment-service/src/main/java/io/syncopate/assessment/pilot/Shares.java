package io.syncopate.assessment.pilot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many of each group there would be in a sample that is like the audience. */
record Shares(List<Stratum> groups, int size) {

    Shares {
        groups = List.copyOf(groups);
    }

    /** Not whole: 10 out of 30, 44 and 26 are 3, 4.4 and 2.6. */
    double of(Stratum group) {
        return (double) size * group.audience() / everybody();
    }

    /** The whole numbers nearest to the shares that add up to the sample (Hamilton's method). */
    List<Stratum> sharedOut() {
        var whole = new ArrayList<>(groups.stream().map(each -> (int) of(each)).toList());
        int left = size - whole.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, groups.size())
                .boxed()
                .sorted(
                        Comparator.comparingDouble((Integer i) -> whole.get(i) - of(groups.get(i)))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(left)
                .forEach(i -> whole.set(i, whole.get(i) + 1));
        return IntStream.range(0, groups.size())
                .mapToObj(i -> groups.get(i).withSampled(whole.get(i)))
                .toList();
    }

    int least(Stratum group) {
        int least = (int) Math.ceil(of(group) - 1);
        return of(group) >= 1 ? Math.max(1, least) : 0;
    }

    int most(Stratum group) {
        return (int) Math.min(group.audience(), Math.floor(of(group) + 1));
    }

    private long everybody() {
        return groups.stream().mapToLong(Stratum::audience).sum();
    }
}
