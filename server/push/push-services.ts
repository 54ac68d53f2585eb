// Where pushes may go: the services of the browsers' makers, and nothing else. The address comes from a browser, so
// without this list anybody signed in could make the server call any machine it can reach.
const HOSTS = [
  /^fcm\.googleapis\.com$/,
  /^jmt17\.google\.com$/,
  /(^|\.)push\.services\.mozilla\.com$/,
  /(^|\.)push\.apple\.com$/,
  /(^|\.)notify\.windows\.com$/,
];

export type IsPushService = (endpoint: URL) => boolean;

export const isPushService: IsPushService = ({ protocol, hostname, port }) =>
  protocol === 'https:' && port === '' && HOSTS.some((host) => host.test(hostname));
