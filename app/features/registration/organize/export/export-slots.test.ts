import { expect, test } from 'vitest'
import { enterExports, inExportSlot } from './export-slots.server.ts'

test('only so many downloads at once, and a place again when one is over', () => {
  const leave = enterExports(1)
  expect(() => enterExports(1)).toThrow(expect.objectContaining({ code: 'busy', kind: 'unavailable' }))
  leave()
  leave()
  enterExports(1)()
})

test('of many files two batches are made at a time, and others are let in between', async () => {
  let [atOnce, most, between] = [0, 0, 0]
  const make = async () => {
    most = Math.max(most, ++atOnce)
    await Promise.resolve()
    atOnce -= 1
  }
  const pages = setInterval(() => {
    between += 1
  }, 0)
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let batch = 0; batch < 20; batch++) await inExportSlot(make)
    }),
  )
  clearInterval(pages)
  expect(most).toBe(2)
  expect(between).toBeGreaterThan(0)
})

test('a batch that fails gives its slot back', async () => {
  const failing = () => inExportSlot(() => Promise.reject(new Error('no')))
  await Promise.allSettled([failing(), failing(), failing()])
  await expect(inExportSlot(async () => 'made')).resolves.toBe('made')
})
