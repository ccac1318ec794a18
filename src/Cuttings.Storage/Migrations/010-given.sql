-- Cuttings that came in after a copy of their source are given it: all are gone through once more.
DELETE FROM settings WHERE name = '~cited-through';
