-- When the silence alarm of a host was muted and until when; both null if it is not. 9999-12-31T23:59:59.999Z: until it reports.
ALTER TABLE hosts ADD COLUMN alarm_muted_at TEXT;
ALTER TABLE hosts ADD COLUMN alarm_muted_until TEXT;
ALTER TABLE removed_hosts ADD COLUMN alarm_muted_at TEXT;
ALTER TABLE removed_hosts ADD COLUMN alarm_muted_until TEXT;
