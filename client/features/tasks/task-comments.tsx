import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { Markdown } from '#client/ui/markdown.tsx';
import { usePeople } from '#client/ui/people.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import { When } from '#client/ui/when.tsx';
import { TASK_COMMENT_MAX, type TaskItem } from '#server/tasks/tasks.schema.ts';
import { LoadMore } from './load-more.tsx';
import { useColleagues } from './use-colleagues.ts';
import { useTaskActs } from './use-task-acts.ts';
import { useComments } from './use-tasks.ts';
import classes from './task-comments.module.css';

export function TaskComments({ task }: { task: TaskItem }) {
  const t = useText('tasks');
  const { personOf } = usePeople();
  const colleagues = useColleagues();
  const { query, comments } = useComments(task.id);
  return (
    <section className={classes.section} aria-label={t('activity')}>
      <h3 className={classes.head}>{t('activity')}</h3>
      <ListState query={query} isEmpty={false} empty={{ title: t('noComments') }}>
        {comments.length === 0 && <p className={classes.none}>{t('noComments')}</p>}
        <ol className={classes.list}>
          {comments.map((comment) => {
            const author = personOf(comment.authorId);
            return (
              <li key={comment.id} className={classes.comment}>
                {author !== undefined && <Avatar person={author} size={24} isNamed={false} />}
                <div>
                  <span className={classes.author}>
                    {author?.name ?? t('common:unknownPerson')}
                  </span>
                  <When at={comment.createdAt} className={classes.time} />
                  <Markdown text={comment.body} mentions={colleagues} className={classes.text} />
                </div>
              </li>
            );
          })}
        </ol>
        {query.hasNextPage && <LoadMore onReach={() => void query.fetchNextPage()} />}
      </ListState>
      <WriteComment task={task} />
    </section>
  );
}

function WriteComment({ task }: { task: TaskItem }) {
  const t = useText('tasks');
  const { addComment } = useTaskActs();
  const { text, setText, clear } = useDraft(`task-comment:${task.id}`);
  async function send() {
    const body = text.trim();
    if (body === '') return;
    clear();
    try {
      await addComment(task, body);
    } catch (error) {
      setText(body);
      toastFailed(error);
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing)
      return;
    event.preventDefault();
    void send();
  }
  return (
    <form
      className={classes.write}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        className={classes.field}
        aria-label={t('writeComment')}
        placeholder={t('writeComment')}
        rows={2}
        maxLength={TASK_COMMENT_MAX}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.foot}>
        <span className={classes.hint}>{text !== '' && t('sendHint')}</span>
        <Button size="xs" type="submit" disabled={text.trim() === ''}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
