-- Appends one write's events and audit rows. Called last in a transaction: the lock is held until its commit can be
-- seen, so numbers have no gaps and whoever reads up to a number has read everything before it. Each statement in here
-- sees what was committed before the lock was given, because the transaction is READ COMMITTED.
CREATE FUNCTION append_log(written_at timestamptz, actor text, mutation text, new_events json, new_audit json)
RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  head bigint;
  last_audit bigint;
  prev text;
  next_hash text;
  entry json;
BEGIN
  PERFORM pg_advisory_xact_lock(482019);

  SELECT coalesce(max(seq), 0) INTO head FROM events;
  INSERT INTO events (seq, feature, kind, entity_id, version, audience, payload, mutation_id, actor_id, at)
  SELECT head + n, e->>'feature', e->>'kind', e->>'entityId', (e->>'version')::bigint, (e->'audience')::jsonb,
         e->>'payload', mutation, actor, written_at
  FROM json_array_elements(new_events) WITH ORDINALITY AS each(e, n);
  head := head + json_array_length(new_events);

  SELECT seq, hash INTO last_audit, prev FROM audit ORDER BY seq DESC LIMIT 1;
  last_audit := coalesce(last_audit, 0);
  prev := coalesce(prev, '');
  FOR entry IN SELECT json_array_elements(new_audit) LOOP
    last_audit := last_audit + 1;
    next_hash := encode(sha256(convert_to(prev || E'\n' || (entry->>'line'), 'UTF8')), 'hex');
    INSERT INTO audit (seq, at, actor_id, label, subject_kind, subject_id, line, prev_hash, hash)
    VALUES (last_audit, written_at, actor, entry->>'label', entry->>'subjectKind', entry->>'subjectId',
            entry->>'line', prev, next_hash);
    prev := next_hash;
  END LOOP;

  RETURN head;
END $$;
