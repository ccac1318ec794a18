-- When an import was taken back.
ALTER TABLE imports ADD COLUMN undone {number};
