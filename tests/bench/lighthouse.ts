import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { findBrowser } from '../find-browser.mjs'
import { switches } from './editor.ts'
import { type Finding, kilobytes, median } from './measure.ts'
import { freePort, root } from './processes.ts'
import type { World } from './world.ts'

const runs = 5
const slowest = 1_500
const heaviest = 90 * 1024
const pages = {
  home: '/vi',
  event: '/vi/events/danaff',
  agenda: '/vi/events/danaff/agenda',
  recap: '/vi/events/harvard-roundtable-2025/recap',
  register: '/vi/events/friends-roundtable/register',
}
const categories = ['performance', 'accessibility', 'best-practices', 'seo']

type Look = { scores: number[]; paint: number; shift: number; fonts: number; faults: string[] }

/** What Lighthouse says of the pages that make people come, as a phone on a slow line gets them: medians of five. */
export async function measureLighthouse(world: World): Promise<Finding[]> {
  const base = `http://127.0.0.1:${world.web.port}`
  const { CHROME_PATH = '', ...libraries } = await findBrowser(root)
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: CHROME_PATH,
    args: [...switches, `--remote-debugging-port=${port}`],
    env: { ...(process.env as Record<string, string>), ...libraries },
  })
  try {
    const findings: Finding[] = []
    for (const [name, path] of Object.entries(pages)) {
      const looks: Look[] = []
      for (let run = 0; run < runs; run++) looks.push(await look(base + path, port))
      findings.push(findingOf(name, looks))
    }
    return findings
  } finally {
    await browser.close()
  }
}

async function look(url: string, port: number): Promise<Look> {
  const result = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'silent' })
  if (!result) throw new Error(`Lighthouse said nothing of ${url}.`)
  const { audits, categories: judged } = result.lhr
  const requests = audits['network-requests']?.details
  const items = requests?.type === 'table' ? requests.items : []
  const fonts = items.filter(({ resourceType }) => resourceType === 'Font')
  const isFault = ({ score, scoreDisplayMode }: { score: number | null; scoreDisplayMode: string }) =>
    score !== null && score < 0.9 && scoreDisplayMode === 'binary'
  return {
    scores: categories.map((category) => Math.round((judged[category]?.score ?? 0) * 100)),
    paint: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    shift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    fonts: fonts.reduce((sum, { transferSize }) => sum + Number(transferSize), 0),
    faults: Object.values(audits).flatMap((audit) => (isFault(audit) ? [audit.id] : [])),
  }
}

function findingOf(name: string, looks: Look[]): Finding {
  const scores = categories.map((_, at) => median(looks.map((one) => one.scores[at] ?? 0)))
  const paint = median(looks.map((one) => one.paint))
  const shift = median(looks.map((one) => one.shift))
  const fonts = median(looks.map((one) => one.fonts))
  const faults = [...new Set(looks.flatMap((one) => one.faults))]
  if (faults.length > 0) console.error(`${name}: ${faults.join(', ')}`)
  return {
    what: `Lighthouse, ${name} page: speed, access, practice, search`,
    result: `${scores.join(', ')}; largest paint ${(paint / 1000).toFixed(1)} s, fonts ${kilobytes(fonts)}`,
    target: '100 four times, ≤ 1.5 s, ≤ 90 KB',
    met: scores.every((score) => score === 100) && paint <= slowest && fonts <= heaviest,
    raw: {
      ...Object.fromEntries(categories.map((category, at) => [category, scores[at] ?? 0])),
      paint,
      shift,
      fonts,
    },
  }
}
