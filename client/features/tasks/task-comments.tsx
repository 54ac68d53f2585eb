import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { AttachButton } from '#client/ui/attach-button.tsx';
import { AttachTray } from '#client/ui/attach-tray.tsx';
import { AttachedFiles } from '#client/ui/attached-files.tsx';
import { Avatar } from '#client/ui/avatar.tsx';
import { calledIn } from '#client/ui/called.ts';
import { DropFiles } from '#client/ui/drop-files.tsx';
import { sayKeys } from '#client/ui/key-names.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { Markdown } from '#client/ui/markdown.tsx';
import { MentionField } from '#client/ui/mention-field.tsx';
import { usePeople } from '#client/ui/people.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { useArrival, useArrivalName } from '#client/ui/use-arrival.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import { useUploads } from '#client/ui/use-uploads.ts';
import { When } from '#client/ui/when.tsx';
import { TASK_COMMENT_MAX, type TaskComment, type TaskItem } from '#server/tasks/tasks.schema.ts';
import { LoadMore } from './load-more.tsx';
import { TaskChangeLine } from './task-change-line.tsx';
import { taskStream } from './task-stream.ts';
import { useColleagues } from './use-colleagues.ts';
import { useTaskActs } from './use-task-acts.ts';
import { useActivity, useComments } from './use-tasks.ts';
import classes from './task-comments.module.css';

export function TaskComments({ task }: { task: TaskItem }) {
  const t = useText('tasks');
  const { query, comments } = useComments(task.id);
  const activity = useActivity(task.id);
  const stream = taskStream(
    { items: comments, hasMore: query.hasNextPage },
    { items: activity.changes, hasMore: activity.query.hasNextPage },
  );
  const more = () => {
    if (query.hasNextPage) void query.fetchNextPage();
    if (activity.query.hasNextPage) void activity.query.fetchNextPage();
  };
  useLoadedUpTo(comments, query);
  return (
    <section className={classes.section} aria-label={t('activity')}>
      <h3 className={classes.head}>{t('activity')}</h3>
      <ListState query={query} isEmpty={false} empty={{ title: t('noComments') }}>
        {stream.length === 0 && <p className={classes.none}>{t('noComments')}</p>}
        <ol className={classes.list}>
          {stream.map((item) =>
            item.kind === 'comment' ? (
              <Comment key={item.id} comment={item.comment} />
            ) : (
              <TaskChangeLine key={item.id} change={item.change} />
            ),
          )}
        </ol>
        {(query.hasNextPage || activity.query.hasNextPage) && <LoadMore onReach={more} />}
      </ListState>
      <WriteComment task={task} />
    </section>
  );
}

/** A link may lead to one that is further down. */
function useLoadedUpTo(
  comments: readonly TaskComment[],
  { hasNextPage, isFetchingNextPage, fetchNextPage }: ReturnType<typeof useComments>['query'],
): void {
  const name = useArrivalName();
  const isMissing =
    name.startsWith('comment-') && comments.every(({ id }) => name !== `comment-${id}`);
  const mustLoad = isMissing && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (mustLoad) void fetchNextPage();
  }, [mustLoad, fetchNextPage]);
}

function Comment({ comment }: { comment: TaskComment }) {
  const t = useText('tasks');
  const { personOf } = usePeople();
  const colleagues = useColleagues();
  const author = personOf(comment.authorId);
  const place = useArrival<HTMLLIElement>(`comment-${comment.id}`);
  return (
    <li ref={place} tabIndex={-1} className={classes.comment}>
      {author !== undefined && <Avatar person={author} size={24} isNamed={false} />}
      <div className={classes.said}>
        <span className={classes.author}>{author?.name ?? t('common:unknownPerson')}</span>
        <When at={comment.createdAt} className={classes.time} />
        {comment.body !== '' && (
          <Markdown text={comment.body} mentions={colleagues} className={classes.text} />
        )}
        <AttachedFiles files={comment.files} />
      </div>
    </li>
  );
}

function WriteComment({ task }: { task: TaskItem }) {
  const t = useText('tasks');
  const { addComment } = useTaskActs();
  const { everybody } = usePeople();
  const field = useRef<HTMLTextAreaElement>(null);
  const attaching = useUploads(`task:${task.id}`);
  const { uploads, uploadsOf, isBusy } = attaching;
  const foot = useRef<HTMLDivElement>(null);
  const attached = useRef(uploads.length);
  useEffect(() => {
    // The tray pushes the button that sends it down.
    if (uploads.length > attached.current) foot.current?.scrollIntoView({ block: 'nearest' });
    attached.current = uploads.length;
  }, [uploads.length]);
  const { text, setText, clear } = useDraft(`task-comment:${task.id}`);
  const colleagues = everybody.filter((person) => person.status === 'active');
  async function send(typed: string) {
    const body = typed.normalize('NFC').trim();
    if ((body === '' && uploads.length === 0) || isBusy) return;
    const files = uploads.flatMap(({ stored }) => stored ?? []);
    clear();
    try {
      await addComment(task, { body, mentionIds: calledIn(body, colleagues).mentionIds, files });
      uploadsOf.take();
    } catch (error) {
      setText(body);
      toastFailed(error);
    }
  }
  return (
    <DropFiles onFiles={attaching.add}>
      <form
        className={classes.write}
        onSubmit={(event) => {
          event.preventDefault();
          void send(text);
        }}
      >
        <MentionField
          field={field}
          className={classes.field}
          label={t('writeComment')}
          placeholder={t('writeComment')}
          rows={2}
          maxLength={TASK_COMMENT_MAX}
          value={text}
          onChange={setText}
          people={colleagues}
          everybody={null}
          enterSends={false}
          onSend={(typed) => void send(typed)}
        />
        <AttachTray {...attaching} />
        <div ref={foot} className={classes.foot}>
          <AttachButton onFiles={attaching.add} />
          <span className={classes.hint}>
            {text !== '' && t('sendHint', { keys: sayKeys('mod+enter') })}
          </span>
          <Button
            size="xs"
            type="submit"
            disabled={isBusy || (text.trim() === '' && uploads.length === 0)}
          >
            {t('send')}
          </Button>
        </div>
      </form>
    </DropFiles>
  );
}
