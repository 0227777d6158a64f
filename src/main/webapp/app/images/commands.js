/** The task of a swarm service as the docker provider sees it, and the container of a pod. */
const SWARM_TASK = /^(.+)\.(?:\d+|[0-9a-z]{25})\.[0-9a-z]{25}$/;
const POD_CONTAINER = /^k8s_/;

/** The random endings of the names of pods, by the kind of workload that creates them; their alphabet has no vowels. */
const POD_NAMES = [['deployment', /^(.+)-[0-9b-df-hj-np-tv-z]{6,10}-[2-9b-df-hj-np-tv-z]{5}$/], ['daemonset', /^(.+)-[2-9b-df-hj-np-tv-z]{5}$/], ['statefulset', /^(.+)-\d+$/], ['pod', /^(.+)$/]];

/** Words that a shell reads as they are, also a shell to which the first one passes them, as with ssh. */
const PLAIN = /^[\w@%+:,./-]+$/;

/** Values that no quotes make safe: options, parent directories, what a terminal acts on or does not show, and nothing. */
const UNSAFE = /^-|^$|(?:^|\/)\.\.(?:\/|$)|[\p{C}\p{Zl}\p{Zp}]/u;

const PLACEHOLDER = /\{(.+?)\}/g;

const DOCKER = ['docker pull {image}', 'docker compose -p {stack} pull {service} && docker compose -p {stack} up -d {service}'];

/** The same tag again is a restart: it pulls the image if the policy says so. */
const POD_RESTART = ['kubectl -n {namespace} rollout restart {resource}'];

const TEMPLATES = {
  swarm: ['docker service update --image {image} {service}'],
  kubernetes: ['kubectl -n {namespace} set image {resource} {container}={image}'],
  nomad: ['nomad job restart -namespace={namespace} -group={group} -task={task} {job}'],
  containerd: ['ctr -n {namespace} images pull {image}'],
};

/** Values that the providers know, from an occurrence and its metadata. */
const VALUES = {
  docker({ workload, stack }, { ctn_names: container = '', compose_service: named }) {
    const [, service = workload] = stack && workload?.startsWith(stack) && /^[-_](.+)[-_]\d+$/.exec(workload.slice(stack.length)) || [];
    return { service: POD_CONTAINER.test(container) ? undefined : named ?? service };
  },

  swarm: ({ workload }, { ctn_names: container = '' }) => ({ service: SWARM_TASK.exec(container)?.[1] ?? workload }),

  kubernetes(place, { pod_namespace: namespace, pod_name: pod = '', ctn_name: container }) {
    const [kind, pattern] = POD_NAMES.find(([, name]) => name.test(pod)) ?? [];
    return { namespace, container, resource: kind && `${kind}/${pattern.exec(pod)[1]}` };
  },

  nomad: (place, { job_namespace: namespace = 'default', job_id: job, taskgroup_name: group, task_name: task }) => ({ namespace, job, group, task }),

  containerd: (place, { ctn_namespace: namespace = 'default', ctn_name: container }) => ({ namespace, container }),
};

const memberOf = (object, name) => Object.hasOwn(object, name) ? object[name] : undefined;

const quote = value => PLAIN.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;

/** A shell command; none if a value is unknown or not safe. Publishers and users choose the values. */
function expand(template, values, isSafe) {
  const words = [...template.matchAll(PLACEHOLDER)].map(([, name]) => String(memberOf(values, name) ?? ''));
  return words.every(isSafe) ? [template.replaceAll(PLACEHOLDER, () => quote(words.shift()))] : [];
}

const isQuotable = value => !UNSAFE.test(value);

/** In templates of the settings, a placeholder may be in quotes or for another shell, where quotes are of no use. */
const isPlain = value => PLAIN.test(value) && isQuotable(value);

function commandsAt(place, item, templates) {
  const metadata = place.metadata ?? {};
  const provider = place.provider === 'docker' && SWARM_TASK.test(metadata.ctn_names) ? 'swarm' : place.provider;
  const { image, registry, path, name, version, digest } = item;
  const values = {
    image, registry, digest,
    repository: `${path}${name}`.slice(registry?.length + 1),
    tag: version?.startsWith(':') ? version.slice(1) : undefined,
    host: place.host, workload: place.workload, stack: place.stack,
    ...(memberOf(VALUES, provider) ?? VALUES.docker)(place, metadata),
    ...Object.fromEntries(Object.entries(metadata).map(([key, value]) => [`metadata.${key}`, value])),
  };
  const own = memberOf(templates, provider) ?? (memberOf(TEMPLATES, provider) ? undefined : templates.docker);
  if (own) return own.flatMap(each => expand(each, values, isPlain));
  const isRestart = provider === 'kubernetes' && place.change?.kind === 'rebuild' && !values.resource?.startsWith('pod/');
  return (isRestart ? POD_RESTART : memberOf(TEMPLATES, provider) ?? DOCKER).flatMap(each => expand(each, values, isQuotable));
}

/**
 * The shell commands that update an image at its places, each once, as far as the metadata of Diun's provider names the workload.
 *
 * @param {Object<string, string[]>} [templates] the setting `diun.commands`: replaces the commands of these providers
 */
export const commandsOf = (item, places, templates = {}) => [...new Set(places.flatMap(place => commandsAt(place, item, templates)))];
