import { commandsOf } from '../app/images/commands.js';
import { equal, test } from './harness.js';

const IMAGE = 'docker.io/library/postgres:18.0';
const PULL = `docker pull ${IMAGE}`;

const commandsFor = (provider, metadata, place) => commandsOf(IMAGE, [{ provider, metadata, ...place }]);
const compose = (stack, service) => `docker compose -p ${stack} pull ${service} && docker compose -p ${stack} up -d ${service}`;

test('a container is pulled', () => equal(
  ['docker', 'dockerfile', 'file', null, 'constructor'].map(provider => commandsFor(provider, null, { workload: 'web' })),
  [[PULL], [PULL], [PULL], [PULL], [PULL]]));

test('a container of a stack is updated by Compose, by the name of its service', () => equal(
  [['shop-web-1', {}], ['shop_web_12', {}], ['immich-immich-server-1', {}, 'immich'], ['paperless-db', {}], ['db', { compose_service: 'database' }], [null, {}]]
    .map(([workload, metadata, stack = 'shop']) => commandsFor('docker', metadata, { workload, stack })[1]),
  [compose('shop', 'web'), compose('shop', 'web'), compose('immich', 'immich-server'), compose('shop', 'paperless-db'), compose('shop', 'database'), undefined]));

test('a swarm service is updated with the image', () => equal(
  [commandsFor('swarm', {}, { workload: 'shop_web' }), commandsFor('docker', { ctn_names: `shop_web.1.${'a1'.repeat(12)}b` }, { workload: 'shop_web', stack: 'shop' })],
  [[`docker service update --image ${IMAGE} shop_web`], [`docker service update --image ${IMAGE} shop_web`]]));

test('a pod is updated by what created it', () => equal(
  ['traefik-6f7c9b8d5-lq9zv', 'node-exporter-x7k2q', 'db-0', 'backup', undefined]
    .map(pod => commandsFor('kubernetes', { pod_namespace: 'kube-system', pod_name: pod, ctn_name: 'main' })[0]),
  [...['deployment/traefik', 'daemonset/node-exporter', 'statefulset/db', 'pod/backup'].map(workload => `kubectl -n kube-system set image ${workload} main=${IMAGE}`), undefined]));

test('a pod is restarted for a rebuild', () => equal(
  commandsFor('kubernetes', { pod_namespace: 'web', pod_name: 'db-0', ctn_name: 'db' }, { change: { kind: 'rebuild' } }), ['kubectl -n web rollout restart statefulset/db']));

test('the container of a pod is not one of Compose', () => equal(
  commandsFor('docker', { ctn_names: 'k8s_db_db-0_web_1' }, { workload: 'web/db', stack: 'web' }), [PULL]));

test('a task of Nomad is restarted', () => equal(
  commandsFor('nomad', { job_id: 'billing-db', job_namespace: 'team-a', taskgroup_name: 'db', task_name: 'postgres' }),
  ['nomad job restart -namespace=team-a -group=db -task=postgres billing-db']));

test('containerd pulls into the namespace', () => equal(commandsFor('containerd', { ctn_namespace: 'web' }), [`ctr -n web images pull ${IMAGE}`]));

test('each command is there once', () => equal(
  commandsOf(IMAGE, ['nas', 'vps'].map(host => ({ host, provider: 'docker', workload: 'shop-db-1', stack: 'shop' }))), [PULL, compose('shop', 'db')]));

test('names that others choose are quoted', () => equal(
  [['a b', '$(reboot)'], ['`id`', 'x;rm -rf ~'], ["it's", '!!'], ['é', '<img src=x>']].map(([stack, workload]) => commandsFor('docker', {}, { workload, stack })[1]),
  [compose("'a b'", "'$(reboot)'"), compose("'`id`'", "'x;rm -rf ~'"), compose("'it'\\''s'", "'!!'"), compose("'é'", "'<img src=x>'")]));

test('options and characters that a terminal acts on make no command', () => equal(
  ['-f', '--file=/etc/passwd', 'a\nreboot', 'a\u0003reboot\r', 'a\u001b[2J', 'a\u202eb', 'a\u2028b', ''].map(stack => commandsFor('docker', {}, { workload: 'web', stack })),
  Array.from({ length: 8 }, () => [PULL])));
