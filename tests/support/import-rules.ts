// Who may import whom, as one table. Features are the names of folders: a new one needs nothing
// here, unless it leans on another feature of the server, which is then said in `serverEdges`.
import { importsOf, reExportsOf, type Import, type SourceFile } from './import-lines.ts';

type Allowed = { values: RegExp[]; types: RegExp[]; packages?: RegExp[] };
type Row = { who: RegExp; may: (names: string[]) => Allowed };

const MAX_LINES = 300;
const ending = /\.(tsx?|m?js|css|json|svg|webp|png)$/;

/** Folders of the server whose files another folder of the server may use. */
export const serverEdges: Record<string, string[]> = {
  admin: ['auth', 'chat', 'people', 'teams', 'tokens'],
  auth: ['people'],
  chat: ['files', 'notifications', 'presence'],
  demo: ['auth', 'chat', 'notifications', 'people', 'promotions', 'reminders', 'tasks'],
  files: ['chat', 'tasks'],
  notifications: ['chat', 'reminders', 'tasks'],
  people: ['chat', 'notifications', 'presence'],
  reminders: ['notifications'],
  scheduler: ['chat', 'notifications', 'reminders', 'tasks', 'views'],
  http: ['admin', 'auth', 'files', 'tokens'],
  nav: ['chat', 'reminders'],
  promotions: ['files'],
  push: ['chat', 'nav', 'notifications', 'reminders'],
  search: ['chat', 'reminders', 'tasks'],
  setup: ['auth', 'demo', 'people'],
  tasks: ['files', 'notifications'],
};

/** Features of the client that lean on another one, on its server's schemas and policies too. */
const clientEdges: Record<string, string[]> = {
  admin: ['auth', 'people', 'teams'],
  chat: ['files', 'reminders', 'tasks'],
  notices: ['chat', 'notifications', 'people', 'reminders', 'tasks'],
  people: ['reminders'],
  promotions: ['reminders', 'tasks', 'views'],
  reminders: ['chat', 'notices', 'search'],
  search: ['chat'],
  tasks: ['reminders', 'views'],
};

const db = /^db\//;
const serverOrDb = /^(server|db)\//;
const serverTop = /^server\/[\w.-]+$/;
const live = /^server\/live\//;
const shipped = /^server\/.*\.(schema|policy)\.ts$/;
/** Files hang on what every feature has, so they are everybody's, as live updates are. */
const shippedTop = /^server\/((live|files)\/)?[\w.-]+\.(schema|policy)\.ts$/;
const client = /^client\//;
const clientCommons = /^client\/(api|i18n|live|ui|words)\//;
/** How one talks to the server, with React or without. */
const connection = /^client\/api\/(socket|prompt-socket|transformer)\.ts$/;
const drivers = [/^node:/, /^better-sqlite3$/, /^pg$/, /^drizzle-orm(\/|$)/, /^superjson$/];

/** The first row that fits a file holds for it; `names` is what its pattern caught. */
const table: Row[] = [
  { who: db, may: () => ({ values: [db], types: [db], packages: drivers }) },
  {
    who: shipped,
    may: () => ({ values: [shipped], types: [serverOrDb], packages: [/^zod(\/|$)/] }),
  },
  {
    who: /^server\/([\w-]+)\/[\w-]+\.router\.ts$/,
    may: ([own = '']) => ({
      values: [/^server\/(trpc|errors|live\/feed)\.ts$/, shippedTop, ...foldersOf(own)],
      types: [serverOrDb],
    }),
  },
  {
    who: /^server\/live\/catalog\.ts$/,
    may: () => ({ values: [live, shipped, serverTop], types: [serverOrDb] }),
  },
  {
    who: /^server\/([\w-]+)\//,
    may: ([own = '']) => ({
      values: [db, live, serverTop, ...foldersOf(own)],
      types: [serverOrDb],
    }),
  },
  { who: serverTop, may: () => ({ values: [serverOrDb], types: [serverOrDb] }) },
  {
    who: /^client\/features\/([\w-]+)\//,
    may: ([own = '']) => ({
      values: [clientCommons, shippedTop, ...featuresOf(own)],
      types: [/^server\//, clientCommons, within(`client/features/${own}`)],
    }),
  },
  {
    who: clientCommons,
    may: () => ({ values: [clientCommons, shippedTop], types: [/^server\//, clientCommons] }),
  },
  { who: client, may: () => ({ values: [client, shipped], types: [client, /^server\//] }) },
  {
    who: /^scripts\/client\//,
    may: () => ({
      values: [/^scripts\/client\//, shipped, connection],
      types: [/^scripts\/client\//, /^server\//],
    }),
  },
  {
    who: /^scripts\//,
    may: () => ({
      values: [/^(scripts|server|db|tests\/support)\//],
      types: [/^(scripts|server|db|tests\/support)\//],
    }),
  },
  { who: /^tests\//, may: () => ({ values: [/./], types: [/./] }) },
];

/** What is wrong with a file, one sentence each; an empty list when nothing is. */
export function faultsOf(file: SourceFile): string[] {
  const imports = importsOf(file);
  return [...shapeFaults(file, imports), ...tableFaults(file, imports)].map(
    (fault) => `${file.path}: ${fault}`,
  );
}

function shapeFaults(file: SourceFile, imports: Import[]): string[] {
  const lines = file.text.trimEnd().split('\n').length;
  const own = imports.filter((each) => each.isOwn);
  return [
    ...(lines > MAX_LINES ? [`has ${lines} lines, more than ${MAX_LINES}`] : []),
    ...reExportsOf(file).map((target) => `re-exports ${target}`),
    ...own
      .filter((each) => !ending.test(each.target))
      .map((each) => `${each.specifier} has no ending`),
    ...own
      .filter((each) => each.specifier.startsWith('.') && roomOf(each.target) !== roomOf(file.path))
      .map((each) => `${each.specifier} leaves its top folder; write #${each.target}`),
  ];
}

function tableFaults(file: SourceFile, imports: Import[]): string[] {
  const row = table.find(({ who }) => who.test(file.path));
  if (row === undefined) return ['lies in no folder that the table knows'];
  const { values, types, packages } = row.may([...(row.who.exec(file.path) ?? [])].slice(1));
  const isAllowed = ({ isOwn, isType, target }: Import) => {
    if (!isOwn) return isType || packages === undefined || fits(packages, target);
    return fits(values, target) || (isType && fits(types, target));
  };
  return imports
    .filter((each) => !isAllowed(each))
    .map((each) => `may not import ${each.isType ? 'the types of ' : ''}${each.target}`);
}

function fits(patterns: RegExp[], target: string): boolean {
  return patterns.some((pattern) => pattern.test(target));
}

function foldersOf(own: string): RegExp[] {
  return [own, ...(serverEdges[own] ?? [])].map((folder) => within(`server/${folder}`));
}

function featuresOf(own: string): RegExp[] {
  return [own, ...(clientEdges[own] ?? [])].flatMap((feature) => [
    within(`client/features/${feature}`),
    new RegExp(`^server/${feature}/[\\w.-]+\\.(schema|policy)\\.ts$`),
  ]);
}

function within(folder: string): RegExp {
  return new RegExp(`^${folder}/`);
}

function roomOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}
