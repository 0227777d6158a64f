/** The task of a swarm service as the docker provider sees it, and the container of a pod. */
const SWARM_TASK = /^(.+)\.(?:\d+|[0-9a-z]{25})\.[0-9a-z]{25}$/;
const POD_CONTAINER = /^k8s_/;

/** The random endings of the names of pods, by the kind of workload that creates them; their alphabet has no vowels. */
const POD_NAMES = [['deployment', /^(.+)-[0-9b-df-hj-np-tv-z]{6,10}-[2-9b-df-hj-np-tv-z]{5}$/], ['daemonset', /^(.+)-[2-9b-df-hj-np-tv-z]{5}$/], ['statefulset', /^(.+)-\d+$/], ['pod', /^(.+)$/]];

/** Words that a shell reads as they are. */
const PLAIN = /^[\w@%+:,./-]+$/;

/** Values that no quotes make safe: options, what a terminal acts on or does not show, and nothing. */
const UNSAFE = /^-|^$|[\p{C}\p{Zl}\p{Zp}]/u;

const quote = value => PLAIN.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;

/** A shell command; none if a value is unknown or unsafe. Publishers and users choose the values, so they are quoted. */
function sh(text, ...values) {
  const words = values.map(value => String(value ?? ''));
  return words.some(word => UNSAFE.test(word)) ? [] : String.raw({ raw: text }, ...words.map(quote));
}

const COMMANDS = {
  docker(image, { workload, stack }, { ctn_names: container = '', compose_service: named }) {
    const [, task] = SWARM_TASK.exec(container) ?? [];
    if (task) return sh`docker service update --image ${image} ${task}`;
    const [, service = workload] = stack && workload?.startsWith(stack) && /^[-_](.+)[-_]\d+$/.exec(workload.slice(stack.length)) || [];
    const compose = POD_CONTAINER.test(container) ? [] : sh`docker compose -p ${stack} pull ${named ?? service} && docker compose -p ${stack} up -d ${named ?? service}`;
    return [sh`docker pull ${image}`, compose].flat();
  },

  swarm: (image, { workload }) => sh`docker service update --image ${image} ${workload}`,

  /** The same tag again is a restart: it pulls the image if the policy says so. */
  kubernetes(image, { change }, { pod_namespace: namespace, pod_name: pod = '', ctn_name: container }) {
    const [kind, pattern] = POD_NAMES.find(([, name]) => name.test(pod)) ?? [];
    const name = pattern?.exec(pod)[1];
    return change?.kind === 'rebuild' && kind !== 'pod'
      ? sh`kubectl -n ${namespace} rollout restart ${kind}/${name}` : sh`kubectl -n ${namespace} set image ${kind}/${name} ${container}=${image}`;
  },

  nomad: (image, place, { job_namespace: namespace = 'default', job_id: job, taskgroup_name: group, task_name: task }) =>
    sh`nomad job restart -namespace=${namespace} -group=${group} -task=${task} ${job}`,

  containerd: (image, place, { ctn_namespace: namespace = 'default' }) => sh`ctr -n ${namespace} images pull ${image}`,
};

/** The shell commands that update an image at its places, each once, as far as the metadata of Diun's provider names the workload. */
export const commandsOf = (image, places) => [...new Set(places.flatMap(place => {
  const command = Object.hasOwn(COMMANDS, place.provider) ? COMMANDS[place.provider] : COMMANDS.docker;
  return command(image, place, place.metadata ?? {});
}))];
