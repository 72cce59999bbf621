package io.syncopate.assessment.program;

import io.syncopate.kernel.Caller;

import java.util.List;
import java.util.Set;

/** Where self-paced activities become assets. */
public interface Production {

    /**
     * Orders a campaign. Asked again with the same request id it answers with the same campaign.
     *
     * @return its resource name
     * @throws StepFailedException when it was not ordered, or nobody knows
     * @throws StepRefusedException when asking again would not help
     */
    String order(Caller by, SelfPacedWork work, String requestId);

    /**
     * The self-paced activities of a programme.
     *
     * @param brief what is to be achieved and why
     * @param teams that share the programme, and the campaign
     */
    record SelfPacedWork(
            String displayName, String program, String brief, Set<String> teams, List<Item> items) {

        public SelfPacedWork {
            teams = Set.copyOf(teams);
            items = List.copyOf(items);
        }
    }

    /** What is to be made for one activity; the notes say why it is as it is. */
    record Item(String activity, String title, String notes) {}
}
