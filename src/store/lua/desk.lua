-- How many are at the desk for a queue, and how fast it is served.
-- reads only
-- uses: base desk
local found = desk(queue, now())
return answer.served { agents = found.agents, pace = found.pace }
