package io.syncopate.asset.production;

import io.syncopate.kernel.Uid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What travels with an asset. Notes and file versions are only ever added to, up to a number that
 * keeps the asset one document of bounded size; of the history the last steps are kept here and all
 * of them in the event log.
 *
 * @param earlierSteps how many steps there were before those in {@code history}
 * @param approval empty until the last decision is passed
 */
public record Passport(
        Uid creator,
        List<FileVersion> files,
        List<ContextNote> notes,
        int earlierSteps,
        List<HistoryEntry> history,
        Optional<Approval> approval) {

    /** Of each, notes and file versions: of the longest notes it makes two megabytes. */
    static final int MOST = 500;

    /** Enough for the longest pipeline to be gone through three times. */
    static final int STEPS_KEPT = 200;

    public Passport {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        history = List.copyOf(history);
    }

    static Passport issued(Uid creator, HistoryEntry created) {
        return new Passport(creator, List.of(), List.of(), 0, List.of(created), Optional.empty());
    }

    /** Number of the latest version of the file; 0 before the first. */
    public int version() {
        return files.size();
    }

    Passport with(HistoryEntry entry) {
        List<HistoryEntry> longer = plus(history, entry);
        int dropped = Math.max(0, longer.size() - STEPS_KEPT);
        return new Passport(
                creator,
                files,
                notes,
                earlierSteps + dropped,
                longer.subList(dropped, longer.size()),
                approval);
    }

    /**
     * @throws ProductionException.PassportFull when there is no room for it
     */
    Passport with(AssetId asset, ContextNote note) {
        requireRoom(asset, "context_notes", notes.size());
        return new Passport(creator, files, plus(notes, note), earlierSteps, history, approval);
    }

    /**
     * @throws ProductionException.PassportFull when there is no room for it
     */
    Passport with(AssetId asset, FileVersion file) {
        requireRoom(asset, "file_version", files.size());
        return new Passport(creator, plus(files, file), notes, earlierSteps, history, approval);
    }

    Passport with(Approval decision) {
        return new Passport(creator, files, notes, earlierSteps, history, Optional.of(decision));
    }

    private static void requireRoom(AssetId asset, String field, int there) {
        if (there >= MOST) {
            throw new ProductionException.PassportFull(asset, field, there);
        }
    }

    private static <T> List<T> plus(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
