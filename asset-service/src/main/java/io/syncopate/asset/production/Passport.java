package io.syncopate.asset.production;

import io.syncopate.kernel.Uid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What travels with an asset. Everything is only ever added to.
 *
 * @param approval empty until the last decision is passed
 */
public record Passport(
        Uid creator,
        List<FileVersion> files,
        List<ContextNote> notes,
        List<HistoryEntry> history,
        Optional<Approval> approval) {

    public Passport {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        history = List.copyOf(history);
    }

    static Passport issued(Uid creator, HistoryEntry created) {
        return new Passport(creator, List.of(), List.of(), List.of(created), Optional.empty());
    }

    /** Number of the latest version of the file; 0 before the first. */
    public int version() {
        return files.size();
    }

    Passport with(HistoryEntry entry) {
        return new Passport(creator, files, notes, plus(history, entry), approval);
    }

    Passport with(ContextNote note) {
        return new Passport(creator, files, plus(notes, note), history, approval);
    }

    Passport with(FileVersion file) {
        return new Passport(creator, plus(files, file), notes, history, approval);
    }

    Passport with(Approval decision) {
        return new Passport(creator, files, notes, history, Optional.of(decision));
    }

    private static <T> List<T> plus(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
