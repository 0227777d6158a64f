import { commandsOf } from '../app/images/commands.js';
import { equal, test } from './harness.js';

const IMAGE = 'docker.io/library/postgres:18.0';
const PULL = `docker pull ${IMAGE}`;

const ITEM = { image: IMAGE, registry: 'docker.io', path: 'docker.io/library/', name: 'postgres', version: ':18.0', digest: 'sha256:9f2b' };

const commandsFor = (provider, metadata, place, templates) => commandsOf(ITEM, [{ provider, metadata, ...place }], templates);
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
  commandsOf(ITEM, ['nas', 'vps'].map(host => ({ host, provider: 'docker', workload: 'shop-db-1', stack: 'shop' }))), [PULL, compose('shop', 'db')]));

test('names that others choose are quoted', () => equal(
  [['a b', '$(reboot)'], ['`id`', 'x;rm -rf ~'], ["it's", '!!'], ['é', '<img src=x>']].map(([stack, workload]) => commandsFor('docker', {}, { workload, stack })[1]),
  [compose("'a b'", "'$(reboot)'"), compose("'`id`'", "'x;rm -rf ~'"), compose("'it'\\''s'", "'!!'"), compose("'é'", "'<img src=x>'")]));

test('options and characters that a terminal acts on make no command', () => equal(
  ['-f', '--file=/etc/passwd', '../etc', 'a\nreboot', 'a\u0003reboot\r', 'a\u001b[2J', 'a\u202eb', 'a\u2028b', ''].map(stack => commandsFor('docker', {}, { workload: 'web', stack })),
  Array.from({ length: 9 }, () => [PULL])));

test('templates of the server replace the commands of their provider', () => equal(
  ['docker', 'file', 'nomad', 'swarm', 'constructor'].map(provider => commandsFor(provider, { owner: 'ada' }, { host: 'nas', workload: 'shop-web-1', stack: 'shop' }, {
    docker: ['ssh {host} "docker compose -p {stack} up -d {service}"', 'echo {repository} {tag} {digest} {metadata.owner} {workload}', 'echo {job}'], nomad: [],
  })),
  [...Array(2).fill(['ssh nas "docker compose -p shop up -d web"', 'echo library/postgres 18.0 sha256:9f2b ada shop-web-1']), [], [`docker service update --image ${IMAGE} shop-web-1`],
    ['ssh nas "docker compose -p shop up -d web"', 'echo library/postgres 18.0 sha256:9f2b ada shop-web-1']]));

test('templates of the server know what Kubernetes, Nomad and containerd tell', () => equal(
  [commandsFor('kubernetes', { pod_namespace: 'web', pod_name: 'db-0', ctn_name: 'main' }, { change: { kind: 'rebuild' } }, { kubernetes: ['{namespace} {resource} {container}'] }),
    commandsFor('nomad', { job_id: 'billing', taskgroup_name: 'db', task_name: 'sql' }, {}, { nomad: ['{namespace} {job} {group} {task}'] }),
    commandsFor('containerd', { ctn_name: 'web' }, {}, { containerd: ['{namespace} {container}'] })],
  [['web statefulset/db main'], ['default billing db sql'], ['default web']]));

test('templates of the server take no value that a shell acts on, wherever it stands', () => equal(
  ['a b', '$(reboot)', '`id`', "';reboot;'", '";reboot;"', 'a\nreboot', '-f', '../x', '~', '*', 'a=b', 'é', ''].flatMap(stack =>
    commandsFor('docker', {}, { workload: 'web', stack }, { docker: ['ssh nas docker compose -p {stack}', "sh -c 'echo {stack}'"] })),
  []));
