import { matcher } from '../app/updates/search.js';
import { equal, test } from './harness.js';
import { MEDIA, NOW, update } from './samples.js';

const nginx = update('docker.io/library/nginx:latest', { event: { hostname: 'nas', status: 'update', provider: 'docker', metadata: { ctn_names: 'web' } } });
const sonarr = update('lscr.io/linuxserver/sonarr:4', { event: { hostname: 'vps', status: 'new', provider: 'swarm' }, tag: MEDIA, received_at: '2026-10-01T10:00:00Z' });

const found = query => [nginx, sonarr].filter(matcher(query, NOW)).map(({ name }) => name);

const finds = (query, names) => test(`"${query}" finds ${names.join(' and ') || 'nothing'}`, () => equal(found(query), names));

finds('', ['nginx', 'sonarr']);
finds('NGINX', ['nginx']);
finds('nginx:latest', ['nginx']);
finds('web nas', ['nginx']);
finds('web vps', []);
finds('host:vps', ['sonarr']);
finds('host:ngi', []);
finds('tag:media', ['sonarr']);
finds('tag:"med"', ['sonarr']);
finds('-tag:media', ['nginx']);
finds('-latest', ['sonarr']);
finds('is:new', ['sonarr']);
finds('is:untagged', ['nginx']);
finds('is:tagged', ['sonarr']);
finds('provider:swarm', ['sonarr']);
finds('registry:docker.io', ['nginx']);
finds('older:30d', ['sonarr']);
finds('-older:30d', ['nginx']);
finds('older:x', []);
finds('constructor:x', []);
