/** Whoever is asking, as the policies see them. */
export type Viewer = {
  id: string;
  username: string;
  name: string;
  role: 'staff' | 'admin';
  teamId: string | null;
  locale: 'ko' | 'en';
};

/** How they proved it: a browser's session, or a script's token (which never acts as more than its owner). */
export type Caller = {
  viewer: Viewer;
  session: { id: string } | null;
  token: { id: string; scope: 'read' | 'write' } | null;
};
