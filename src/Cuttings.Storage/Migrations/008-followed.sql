-- The import that brought a subscription, so that its undo ends it.
ALTER TABLE subscriptions ADD COLUMN import {number};
