package io.syncopate.asset.campaign;

import io.syncopate.kernel.DomainEvent;

/** What happened to a campaign. */
public sealed interface CampaignEvent extends DomainEvent {

    record CampaignCreated(int assets) implements CampaignEvent {}

    record CampaignOpened(int assets) implements CampaignEvent {}
}
