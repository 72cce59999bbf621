package io.syncopate.starter.mongo;

/** How an aggregate, and an event in its outbox and in the log, are laid out. */
public final class AggregateFields {

    public static final String ID = "_id";
    public static final String TENANT = "tenant";
    public static final String LANE = "lane";
    public static final String NAME = "id";
    public static final String KIND = "kind";
    public static final String SCHEMA_VERSION = "schemaVersion";
    public static final String VERSION = "version";
    public static final String CREATE_TIME = "createTime";
    public static final String UPDATE_TIME = "updateTime";
    public static final String DATA = "data";

    /** Whose it is: {@code people/<uid>} and {@code teams/<team>}. */
    public static final String OWNERS = "owners";

    /** Events not yet in the log, oldest first. */
    public static final String OUTBOX = "outbox";

    /** The log's partition, there as long as the outbox is not empty. */
    public static final String PENDING = "pending";

    /** True on what was removed and is not yet relayed. */
    public static final String REMOVED = "removed";

    /** The last requests that changed it. */
    public static final String REQUESTS = "requests";

    /** The request that created it, remembered as long as it lives. */
    public static final String CREATED_BY = "createdBy";

    public static final String METHOD = "method";
    public static final String FINGERPRINT = "fingerprint";

    /** The resource's name, which the log knows the aggregate by. */
    public static final String AGGREGATE = "aggregate";

    public static final String TYPE = "type";
    public static final String AT = "at";
    public static final String BY = "by";
    public static final String REQUEST = "request";

    /** What ties it to the log lines of the call that did it. */
    public static final String CALL = "call";

    public static final String CHANGES = "changes";

    /** The collection that holds the log, and its fields that an outbox does not have. */
    public static final String EVENTS = "events";

    public static final String PARTITION = "partition";
    public static final String POSITION = "position";

    private AggregateFields() {}
}
