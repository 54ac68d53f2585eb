-- The words of messages, for search: pairs of letters, made by db/message-words.ts.
CREATE TABLE message_words (search_no bigint PRIMARY KEY, words tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX message_words_words ON message_words USING gin (words);
--> statement-breakpoint
-- A second has 65,536 numbers: in the order of time without an index on it, and given once for good.
CREATE SEQUENCE message_search_no MINVALUE 0 MAXVALUE 65535 START 0 CYCLE;
--> statement-breakpoint
UPDATE messages SET search_no = numbered.search_no FROM (
  SELECT id, second * 65536 + row_number() OVER (PARTITION BY second ORDER BY created_at, room_id, no) - 1 AS search_no
  FROM (SELECT id, room_id, no, created_at, floor(extract(epoch FROM created_at))::bigint AS second FROM messages) AS by_second
) AS numbered WHERE numbered.id = messages.id;
--> statement-breakpoint
INSERT INTO unindexed_messages (search_no) SELECT search_no FROM messages;
--> statement-breakpoint
-- The row stays locked until the end of the write: whoever indexes it waits, and reads what it says then.
CREATE FUNCTION message_needs_index(no bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO unindexed_messages (search_no) VALUES (no) ON CONFLICT (search_no) DO UPDATE SET search_no = excluded.search_no;
$$;
--> statement-breakpoint
CREATE FUNCTION number_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.search_no := coalesce(new.search_no, floor(extract(epoch FROM new.created_at))::bigint * 65536 + nextval('message_search_no'));
  INSERT INTO unindexed_messages (search_no) VALUES (new.search_no);
  RETURN new;
END $$;
--> statement-breakpoint
CREATE FUNCTION reword_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM message_needs_index(old.search_no);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER messages_number BEFORE INSERT ON messages FOR EACH ROW EXECUTE FUNCTION number_message();
--> statement-breakpoint
CREATE TRIGGER messages_reworded AFTER UPDATE OF body, files, removed_at ON messages FOR EACH ROW EXECUTE FUNCTION reword_message();
--> statement-breakpoint
CREATE TRIGGER messages_gone AFTER DELETE ON messages FOR EACH ROW EXECUTE FUNCTION reword_message();
