-- Posts notifications of 1,000 images in turn, as large as an ordinary one of Diun's docker provider.
local thread_count, n = 0, 0

function setup(thread)
  thread:set("id", thread_count)
  thread_count = thread_count + 1
end

function request()
  n = n + 1
  local body = string.format(
    '{"diun_version":"v4.33.0","hostname":"myserver","status":"update","provider":"docker",' ..
    '"image":"docker.io/library/image-%d-%d:latest","hub_link":"https://hub.docker.com/_/nginx",' ..
    '"mime_type":"application/vnd.oci.image.index.v1+json",' ..
    '"digest":"sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af9%08d",' ..
    '"created":"2026-11-18T03:25:41Z","platform":"linux/amd64","metadata":{' ..
    '"ctn_command":"/docker-entrypoint.sh nginx","ctn_createdat":"2026-11-02 08:15:31 +0100 CET",' ..
    '"ctn_id":"4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2","ctn_names":"web",' ..
    '"ctn_size":"1.09kB (virtual 192MB)","ctn_state":"running","ctn_status":"Up 2 weeks (healthy)"}}',
    id, n % 500, n)
  return wrk.format("POST", nil, nil, body)
end
