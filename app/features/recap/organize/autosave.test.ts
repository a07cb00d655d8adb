import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAutosave, type SaveAnswer } from './autosave.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An autosave whose requests are answered by hand, in order. */
function desk(revision = 3) {
  const asked: number[] = []
  const answers: ((answer: SaveAnswer) => void)[] = []
  const onSaved = vi.fn()
  const saver = createAutosave({
    revision,
    onSaved,
    pause: 100,
    pauses: [1000],
    post: (made) => {
      asked.push(made)
      return new Promise((resolve) => answers.push(resolve))
    },
  })
  const answer = async (one: SaveAnswer) => {
    answers.shift()?.(one)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { saver, asked, answer, onSaved, wait: (ms: number) => vi.advanceTimersByTimeAsync(ms) }
}

test('sends once after the last key', async () => {
  const { saver, asked, answer, wait, onSaved } = desk()
  saver.changed()
  await wait(60)
  saver.changed()
  await wait(60)
  expect([asked, saver.view().state]).toEqual([[], 'unsaved'])
  await wait(40)
  expect([asked, saver.view().state]).toEqual([[3], 'saving'])
  await answer({ kind: 'saved', revision: 4 })
  expect(saver.view().state).toBe('saved')
  expect(onSaved).toHaveBeenCalledOnce()
})

test('is never in its own way when one types on while it saves', async () => {
  const { saver, asked, answer, wait } = desk()
  saver.changed()
  await wait(100)
  saver.changed()
  saver.save()
  await wait(500)
  expect(asked).toEqual([3])
  await answer({ kind: 'saved', revision: 4 })
  expect(saver.view().state).toBe('unsaved')
  await wait(100)
  expect(asked).toEqual([3, 4])
})

test.each(['away', 'signed-out'] as const)('tries again while %s', async (kind) => {
  const { saver, asked, answer, wait } = desk()
  saver.save()
  await answer({ kind })
  expect(saver.view().state).toBe(kind)
  await wait(1000)
  expect(asked).toEqual([3, 3])
  await answer({ kind: 'saved', revision: 4 })
  expect(saver.view().state).toBe('saved')
})

test('sends nothing when the network is there again and nothing was typed', async () => {
  const { saver, asked, answer, wait } = desk()
  saver.retry()
  saver.changed()
  await wait(100)
  await answer({ kind: 'saved', revision: 4 })
  saver.retry()
  expect(asked).toEqual([3])
  saver.changed()
  saver.retry()
  expect(asked).toEqual([3, 4])
})

test('waits for a choice when somebody else saved', async () => {
  const { saver, asked, answer, wait } = desk()
  saver.save()
  await answer({ kind: 'clash', stored: { title: 'Bản của Chi', revision: 7 } })
  saver.changed()
  saver.save()
  await wait(5000)
  expect([asked, saver.view().stored?.title]).toEqual([[3], 'Bản của Chi'])
  saver.keepMine()
  expect(asked).toEqual([3, 7])
  await answer({ kind: 'saved', revision: 8 })
  expect(saver.view()).toMatchObject({ state: 'saved', stored: null })
})

test('says why it was refused, and sends what is typed after that', async () => {
  const { saver, asked, answer, wait } = desk()
  saver.save()
  await answer({ kind: 'refused', sentence: 'Quá dài.' })
  expect(saver.view()).toMatchObject({ state: 'refused', sentence: 'Quá dài.' })
  await wait(5000)
  expect(asked).toEqual([3])
  saver.changed()
  await wait(100)
  expect(asked).toEqual([3, 3])
})
