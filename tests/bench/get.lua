-- wrk script: GET one address, or in turn the paths listed one per line in a file.
-- usage: wrk ... -s get.lua URL [-- PATHS_FILE]
local result = dofile(os.getenv("BENCH") .. "/result.lua")
local requests, turn = {}, 0
function init(args)
  if args[1] then for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
  else requests[1] = wrk.format("GET") end
end
function request()
  turn = turn % #requests + 1
  return requests[turn]
end
function done(summary, latency) result(summary, latency) end
