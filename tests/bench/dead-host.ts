import { type Finding, interleave, median, percent } from './measure.ts'
import { freePort, stop } from './processes.ts'
import { register } from './registering.ts'
import { openStage } from './stage.ts'
import type { Web, World } from './world.ts'

const people = 1500

/** Registering while the process's own mail loop has no host to reach, against a mail host that answers nobody. */
export async function measureDeadHost(world: World): Promise<Finding[]> {
  const stage = await openStage()
  const mail = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, MAIL_FROM: 'bench@example.org' }
  const dead = await world.startWeb({ WORKER: 'on', ...mail })
  try {
    const trial = (web: Web) => async () => (await register(web, stage, 20, people)).rate
    const rates = await interleave(3, { alone: trial(world.web), dead: trial(dead) })
    const ratio = median(rates.dead) / median(rates.alone)
    return [
      {
        what: 'registering with jobs in the process and a mail host that is down',
        result: `${percent(ratio)} of the rate without jobs`,
        target: '≥ 90 %',
        met: ratio >= 0.9,
        raw: { ratio },
      },
    ]
  } finally {
    await stop(dead.child)
  }
}
