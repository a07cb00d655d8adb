import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const ofPlaywright = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const { source } = ofPlaywright('axe-core') as { source: string }

type Results = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>
type RunOptions = {
  runOnly?: string[]
  resultTypes?: string[]
  preload?: boolean
  rules?: Record<string, { enabled: boolean }>
}
declare const axe: { run(where: Document, options: RunOptions): Promise<Results> }

/** Whoever speaks what stands on a button means that button: of axe's experiments, one that Lighthouse asks too. */
const spoken = { 'label-content-name-mismatch': { enabled: true } }

let looks = 0

/**
 * Proves that a page is accessible and does not scroll sideways, on a phone and on a desk, by day, and by night on one of
 * the two: by turns, since a page is looked at many times and its colours are the same at every width.
 */
export async function expectGoodPage({ page }: { page: Page }) {
  const before = page.viewportSize()
  const faults: string[] = []
  await page.evaluate(source)
  const nightly = looks++ % 2 ? 360 : 1280
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (overflow > 0) faults.push(`${width}: scrolls sideways by ${overflow}px`)
    faults.push(...(await violations(page, `${width} by day`, { rules: spoken })))
    if (width !== nightly) continue
    await page.emulateMedia({ colorScheme: 'dark' })
    // Nothing but colours differs by night.
    faults.push(...(await violations(page, `${width} by night`, { runOnly: ['color-contrast'] })))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  if (before) await page.setViewportSize(before)
  expect(faults, page.url()).toEqual([])
}

async function violations(page: Page, when: string, options: RunOptions): Promise<string[]> {
  const found = await page.evaluate(async (options) => {
    // A new colour scheme shows from the next frame but one.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    return (await axe.run(document, { ...options, preload: false, resultTypes: ['violations'] })).violations
  }, options)
  return found.map(
    ({ id, nodes }) => `${when}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}
