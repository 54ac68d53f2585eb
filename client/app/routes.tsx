// Every screen: one line per route. A screen is `client/features/<feature>/<feature>-page.tsx` with a named page
// component, fetched when it is first opened. Its filters live in the URL: `<feature>.search.ts` beside it exports a
// small pure function from the raw search to the typed one. A detail is a child route: the list stays on the screen,
// and the page shows <Outlet/> or reads the parameter itself.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { peopleSearch } from '#client/features/admin/people.search.ts';
import { sessionsSearch } from '#client/features/admin/sessions.search.ts';
import { roomSearch } from '#client/features/chat/chat.search.ts';
import { promotionsSearch } from '#client/features/promotions/promotions.search.ts';
import { tasksSearch } from '#client/features/tasks/tasks.search.ts';
import { CrashScreen } from './crash-screen.tsx';
import { placeOf, rememberSearches } from './last-search.ts';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const today = createRoute({
  ...at('/'),
  component: lazyRouteComponent(() => import('./today-route.tsx'), 'TodayRoute'),
});

const reminders = createRoute({
  ...at('/reminders'),
  component: lazyRouteComponent(
    () => import('#client/features/reminders/reminders-page.tsx'),
    'RemindersPage',
  ),
});

const reminder = createRoute({
  getParentRoute: () => reminders,
  path: '$reminderId',
  component: lazyRouteComponent(
    () => import('#client/features/reminders/reminder-detail.tsx'),
    'ReminderDetail',
  ),
});

const settings = createRoute({
  ...at('/settings'),
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});

const tasks = createRoute({
  ...at('/tasks'),
  validateSearch: tasksSearch,
  component: lazyRouteComponent(() => import('#client/features/tasks/tasks-page.tsx'), 'TasksPage'),
});

const taskTrash = createRoute({
  getParentRoute: () => tasks,
  path: 'trash',
  component: lazyRouteComponent(() => import('#client/features/tasks/task-trash.tsx'), 'TaskTrash'),
});

const task = createRoute({
  getParentRoute: () => tasks,
  path: '$taskId',
  component: lazyRouteComponent(
    () => import('#client/features/tasks/task-detail.tsx'),
    'TaskDetail',
  ),
});

const chat = createRoute({
  ...at('/chat'),
  component: lazyRouteComponent(() => import('#client/features/chat/chat-page.tsx'), 'ChatPage'),
});

const room = createRoute({
  getParentRoute: () => chat,
  path: '$roomId',
  validateSearch: roomSearch,
  component: lazyRouteComponent(() => import('#client/features/chat/room-page.tsx'), 'RoomPage'),
});

const promotions = createRoute({
  ...at('/promotions'),
  validateSearch: promotionsSearch,
  component: lazyRouteComponent(
    () => import('#client/features/promotions/promotions-page.tsx'),
    'PromotionsPage',
  ),
});

const promotion = createRoute({
  getParentRoute: () => promotions,
  path: '$promotionId',
  component: lazyRouteComponent(
    () => import('#client/features/promotions/promotion-detail.tsx'),
    'PromotionDetail',
  ),
});

const admin = createRoute({
  ...at('/admin'),
  component: lazyRouteComponent(() => import('#client/features/admin/admin-gate.tsx'), 'AdminGate'),
});

const below = <Path extends string>(path: Path) => ({ getParentRoute: () => admin, path });

const adminStart = createRoute({
  ...below('/'),
  beforeLoad: () => redirect({ to: '/admin/people', replace: true, throw: true }),
});

const adminPeople = createRoute({
  ...below('people'),
  validateSearch: peopleSearch,
  component: lazyRouteComponent(
    () => import('#client/features/admin/people-page.tsx'),
    'PeoplePage',
  ),
});

const adminPerson = createRoute({
  getParentRoute: () => adminPeople,
  path: '$personId',
  component: lazyRouteComponent(
    () => import('#client/features/admin/person-detail.tsx'),
    'PersonDetail',
  ),
});

const adminTeams = createRoute({
  ...below('teams'),
  component: lazyRouteComponent(() => import('#client/features/admin/teams-page.tsx'), 'TeamsPage'),
});

const adminSessions = createRoute({
  ...below('sessions'),
  validateSearch: sessionsSearch,
  component: lazyRouteComponent(
    () => import('#client/features/admin/sessions-page.tsx'),
    'SessionsPage',
  ),
});

const adminHealth = createRoute({
  ...below('health'),
  component: lazyRouteComponent(
    () => import('#client/features/admin/health-page.tsx'),
    'HealthPage',
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    tasks.addChildren([task, taskTrash]),
    chat.addChildren([room]),
    reminders.addChildren([reminder]),
    promotions.addChildren([promotion]),
    admin.addChildren([
      adminStart,
      adminPeople.addChildren([adminPerson]),
      adminTeams,
      adminSessions,
      adminHealth,
    ]),
    settings,
  ]),
  defaultErrorComponent: CrashScreen,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  // What a search function drops also leaves the URL: else a stale link's filter would still reach the screen.
  search: { strict: true },
  // A list and the detail beside it are one place: the list does not jump when a detail opens or closes.
  getScrollRestorationKey: ({ pathname }) => placeOf(pathname),
});

rememberSearches(router);

declare module '@tanstack/react-router' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be merged into
  interface Register {
    router: typeof router;
  }
}
