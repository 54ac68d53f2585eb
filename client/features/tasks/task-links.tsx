import { Link } from '@tanstack/react-router';
import { Megaphone, MessageCircle } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import type { TaskLink } from '#server/tasks/tasks.schema.ts';
import classes from './task-links.module.css';

/** Where a task came from. */
export function TaskLinks({ links }: { links: readonly TaskLink[] }) {
  const t = useText('tasks');
  if (links.length === 0) return null;
  return (
    <ul className={classes.links} aria-label={t('cameFrom')}>
      {links.map((link) => (
        <li key={link.id}>
          {link.kind === 'message' ? (
            <Link
              to="/chat/$roomId"
              params={{ roomId: link.roomId }}
              search={{ no: link.no }}
              className={classes.link}
            >
              <MessageCircle size={14} aria-hidden="true" />
              {t('fromMessage')}
            </Link>
          ) : (
            <Link
              to="/promotions/$promotionId"
              params={{ promotionId: link.id }}
              className={classes.link}
            >
              <Megaphone size={14} aria-hidden="true" />
              {t('fromPromotion')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
