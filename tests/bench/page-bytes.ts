import { gzipSync } from 'node:zlib'
import { largeFestival } from '#tests/factories/festival/large-festival.ts'
import { type Finding, kilobytes } from './measure.ts'
import { signIn } from './stage.ts'
import type { World } from './world.ts'

const scriptLimit = 15 * 1024
const programmeLimit = 60 * 1024
const editorLimit = 250 * 1024
const readingPages = {
  home: '/vi',
  event: '/vi/events/danaff',
  agenda: '/vi/events/danaff/agenda',
  speakers: '/vi/events/harvard-roundtable-2025/speakers',
  'room display': '/vi/events/danaff/live',
  'speaker’s clock': '/vi/events/danaff/live/clock',
}

/** What a page weighs on its way to a browser, gzipped: the document, its scripts, its styles. */
export async function measurePageBytes(world: World): Promise<Finding[]> {
  const base = `http://127.0.0.1:${world.web.port}`
  const cookie = await signIn()
  const findings: Finding[] = []
  for (const [name, path] of Object.entries(readingPages)) {
    const weight = await weigh(base, path)
    const { result } = written(weight)
    const limit = { target: 'script ≤ 15 KB', met: weight.script <= scriptLimit }
    findings.push({ what: `${name} page, gzipped`, result, ...limit, raw: weight })
  }
  const { slug } = await largeFestival()
  for (const [name, query] of Object.entries({ 'a list': '', 'a grid of houses': '?by=grid' })) {
    const weight = await weigh(base, `/vi/events/${slug}/agenda${query}`)
    const limit = { target: 'HTML ≤ 60 KB', met: weight.html <= programmeLimit }
    const what = `programme of 200 screenings in six houses as ${name}, gzipped`
    findings.push({ what, result: written(weight).result, ...limit, raw: weight })
  }
  findings.push(await plain('registration form, gzipped', '/vi/events/friends-roundtable/register'))
  findings.push(await plain('organizer’s list, gzipped', '/organize/events/friends-roundtable/registrations'))
  const editor = await plain('agenda editor, gzipped', '/organize/events/danaff/agenda')
  findings.push({ ...editor, target: 'script ≤ 250 KB', met: (editor.raw.script ?? 0) <= editorLimit })
  return findings

  async function plain(what: string, path: string): Promise<Finding> {
    const weight = await weigh(base, path, { Cookie: cookie })
    return { what, ...written(weight), raw: weight }
  }
}

function written({ html, script, style }: Weight) {
  return { result: `HTML ${kilobytes(html)}, script ${kilobytes(script)}, style ${kilobytes(style)}` }
}

type Weight = { html: number; script: number; style: number }

async function weigh(base: string, path: string, headers: Record<string, string> = {}): Promise<Weight> {
  const answer = await fetch(base + path, { headers })
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`)
  const html = await answer.text()
  const inline = [
    ...html.matchAll(
      /<script(?![^>]*\bsrc=)(?![^>]*ld\+json)(?![^>]*data-asleep)[^>]*>([\s\S]*?)<\/script>/g,
    ),
  ]
  const scripts = new Set([
    ...named(html, 'script', 'src'),
    ...named(html, 'link', 'href', /rel="modulepreload"/),
  ])
  for (const [, words = ''] of inline) {
    for (const [, url = ''] of words.matchAll(/\bimport\s*(?:\(|[^'"]*?from\s*)?\s*"(\/[^"]+\.js)"/g))
      scripts.add(url)
  }
  const styles = named(html, 'link', 'href', /rel="stylesheet"/)
  const inlined = inline.reduce((sum, [, words = '']) => sum + Buffer.byteLength(words), 0)
  return {
    html: zipped(html),
    // What stands inside the document is counted there already, and once more as what it is.
    script:
      (await sum(base, scripts)) + (inlined > 0 ? zipped(inline.map(([, words]) => words).join('\n')) : 0),
    style: await sum(base, new Set(styles)),
  }
}

function named(html: string, tag: string, attribute: string, having = /./): string[] {
  const tags = html.match(new RegExp(`<${tag}\\b[^>]*>`, 'g')) ?? []
  return tags
    .filter((text) => having.test(text))
    .flatMap((text) => {
      const found = new RegExp(`\\b${attribute}="([^"]+)"`).exec(text)?.[1]
      return found ? [found] : []
    })
}

async function sum(base: string, urls: Set<string>): Promise<number> {
  let bytes = 0
  for (const url of urls) bytes += zipped(await (await fetch(new URL(url, base))).text())
  return bytes
}

const zipped = (text: string) => gzipSync(text).length
