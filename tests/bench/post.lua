-- wrk script: POST a JSON body in which every %ID% becomes a number no other request has.
-- usage: wrk -t1 ... -s post.lua URL -- BODY_FILE BASIC_CREDENTIALS RUN      (RUN: a word of its own for every load)
local result = dofile(os.getenv("BENCH") .. "/result.lua")
local body, run, sent = "", "", 0
function init(args)
  local file = assert(io.open(args[1]))
  body = file:read("*a")
  file:close()
  run = args[3]
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Authorization"] = "Basic " .. args[2]
end
function request()
  sent = sent + 1
  return wrk.format("POST", nil, nil, (body:gsub("%%ID%%", run .. "-" .. sent)))
end
function done(summary, latency) result(summary, latency) end
