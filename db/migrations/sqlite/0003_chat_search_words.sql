-- The words of messages, for search: pairs of letters, made by db/message-words.ts. Only what leads from words to messages
-- is kept, not the text. The tokenizer leaves everything beyond ASCII as it is.
CREATE VIRTUAL TABLE message_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');
--> statement-breakpoint
-- A second has 65,536 numbers: in the order of time without an index on it, and given once for good.
UPDATE messages SET search_no = numbered.search_no FROM (
  SELECT id, created_at / 1000 * 65536 + row_number() OVER (PARTITION BY created_at / 1000 ORDER BY created_at, room_id, no) - 1 AS search_no
  FROM messages
) AS numbered WHERE numbered.id = messages.id;
--> statement-breakpoint
INSERT INTO unindexed_messages (search_no) SELECT search_no FROM messages;
--> statement-breakpoint
CREATE TRIGGER messages_number AFTER INSERT ON messages BEGIN
  UPDATE messages SET search_no = (
    SELECT coalesce(max(search_no), new.created_at / 1000 * 65536 - 1) + 1 FROM messages
    WHERE search_no BETWEEN new.created_at / 1000 * 65536 AND new.created_at / 1000 * 65536 + 65535
  ) WHERE rowid = new.rowid AND search_no IS NULL;
  INSERT INTO unindexed_messages (search_no) SELECT search_no FROM messages WHERE rowid = new.rowid;
END;
--> statement-breakpoint
CREATE TRIGGER messages_reworded AFTER UPDATE OF body, files, removed_at ON messages BEGIN
  INSERT INTO unindexed_messages (search_no) VALUES (new.search_no) ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER messages_gone AFTER DELETE ON messages BEGIN
  INSERT INTO unindexed_messages (search_no) VALUES (old.search_no) ON CONFLICT DO NOTHING;
END;
