// The screens of the sidebar and of the tabs at the bottom of a phone, in their order. A place needs its route first.
import {
  CalendarDays,
  ListTodo,
  type LucideIcon,
  MessageCircle,
  Tag,
  TimerReset,
  UsersRound,
} from 'lucide-react';
import type { Counted } from './use-counts.ts';

export type Place = {
  to: string;
  name: 'today' | 'tasks' | 'chat' | 'reminders' | 'promotions' | 'admin';
  icon: LucideIcon;
  /** Pressed one after the other. */
  keys: string;
  badge?: { counts: Counted; tone: 'loud' | 'quiet' };
  isForAdmins?: boolean;
};

export const PLACES: readonly Place[] = [
  { to: '/', name: 'today', icon: CalendarDays, keys: 'g d' },
  {
    to: '/tasks',
    name: 'tasks',
    icon: ListTodo,
    keys: 'g t',
    badge: { counts: 'tasks', tone: 'quiet' },
  },
  {
    to: '/chat',
    name: 'chat',
    icon: MessageCircle,
    keys: 'g c',
    badge: { counts: 'chat', tone: 'loud' },
  },
  {
    to: '/reminders',
    name: 'reminders',
    icon: TimerReset,
    keys: 'g r',
    badge: { counts: 'reminders', tone: 'loud' },
  },
  {
    to: '/promotions',
    name: 'promotions',
    icon: Tag,
    keys: 'g p',
    badge: { counts: 'promotions', tone: 'quiet' },
  },
  { to: '/admin', name: 'admin', icon: UsersRound, keys: 'g a', isForAdmins: true },
];
