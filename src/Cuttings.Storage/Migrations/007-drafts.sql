-- Drafts and withdrawn cuttings are noted as citing too: all are gone through once more.
DELETE FROM settings WHERE name = '~cited-through';
