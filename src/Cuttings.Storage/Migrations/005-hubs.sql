-- When a feed's hub was last asked to tell of its news, and when its lease is to be renewed.
ALTER TABLE subscriptions ADD COLUMN hub_asked {number};
ALTER TABLE subscriptions ADD COLUMN hub_renew {number};
