-- Posts notifications of 1,000 images in turn, like diundashboard.benchmark.Notifications.
-- With a path as argument, each is followed by a GET of it.
local threads, i, n, path, is_get = 0, 0, 0, nil, false

function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

function init(args)
  path = args[1]
end

function request()
  if path and is_get then
    is_get = false
    return wrk.format("GET", path, {Host = wrk.headers["Host"]})
  end
  is_get = true
  n = n + 1
  i = (2 * n + id) % 1000
  local body = string.format(
    '{"diun_version":"v4.33.0","hostname":"host%d","status":"update","provider":"docker",' ..
    '"image":"registry%d.example.com/team%d/app%d:1.%d","hub_link":"https://registry.example.com/app%d",' ..
    '"mime_type":"application/vnd.oci.image.index.v1+json",' ..
    '"digest":"sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af9%08x",' ..
    '"created":"2026-11-18T03:25:41Z","platform":"linux/amd64","metadata":{' ..
    '"ctn_command":"/docker-entrypoint.sh nginx","ctn_createdat":"2026-11-02 08:15:31 +0100 CET",' ..
    '"ctn_id":"4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2","ctn_names":"app%d",' ..
    '"ctn_size":"1.09kB (virtual 192MB)","ctn_state":"running","ctn_status":"Up 2 weeks (healthy)",' ..
    '"stack":"stack%d","owner":"owner%d"}}',
    i % 20, i % 5, i % 50, i, i % 9, i, n, i, i % 40, i % 30)
  return wrk.format("POST", nil, nil, body)
end
