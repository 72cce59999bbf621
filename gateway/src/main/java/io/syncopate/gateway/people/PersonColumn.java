package io.syncopate.gateway.people;

/** What a file may say of a person; the first two each row has to. */
public enum PersonColumn {
    UID,
    DISPLAY_NAME,
    EMAIL,
    ZONE,
    TEAMS,
    ROLES
}
