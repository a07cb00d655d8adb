import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Unanswered } from './post-quietly.ts'
import { createSender, type SendStatus } from './sender.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Answer = { kind: 'done' } | Unanswered

/** A sender of words whose requests are answered by hand, in order. */
function desk(...words: string[]) {
  const asked: string[] = []
  const taken: string[] = []
  const told: SendStatus[] = []
  const answers: ((answer: Answer) => void)[] = []
  let waiting = words
  const sender = createSender({
    next: () => waiting[0],
    post: (word: string) => {
      asked.push(word)
      return new Promise<Answer>((resolve) => answers.push(resolve))
    },
    take(word, answer) {
      taken.push(`${word} ${answer.kind}`)
      waiting = waiting.filter((one) => one !== word)
    },
    isTaken: (word) => waiting[0] !== word,
    onStatus: (status) => void told.push(status),
    pauses: [100, 300],
  })
  const answer = async (one: Answer) => {
    answers.shift()?.(one)
    await vi.advanceTimersByTimeAsync(0)
  }
  const drop = (word: string) => {
    waiting = waiting.filter((one) => one !== word)
  }
  return { sender, asked, taken, told, answer, drop, wait: (ms: number) => vi.advanceTimersByTimeAsync(ms) }
}

test('sends one after the other, however often it is asked to', async () => {
  const { sender, asked, taken, told, answer } = desk('một', 'hai')
  sender.flush()
  sender.flush()
  expect([asked, told]).toEqual([['một'], ['saving']])
  await answer({ kind: 'done' })
  sender.flush()
  expect([asked, sender.isSending()]).toEqual([['một', 'hai'], true])
  await answer({ kind: 'refused', sentence: 'Quá dài.' })
  expect(taken).toEqual(['một done', 'hai refused'])
  expect([told, sender.isSending()]).toEqual([['saving', 'saved'], false])
})

test.each(['away', 'signed-out'] as const)(
  'tries again after longer and longer pauses while %s',
  async (kind) => {
    const { sender, asked, told, answer, wait } = desk('một')
    sender.flush()
    for (const pause of [100, 300, 300]) {
      const tries = asked.length
      await answer({ kind })
      expect([told.at(-1), sender.isSending()]).toEqual([kind, false])
      await wait(pause - 1)
      expect(asked).toHaveLength(tries)
      await wait(1)
      expect(asked).toHaveLength(tries + 1)
    }
    await answer({ kind: 'done' })
    expect([new Set(asked), told.slice(-2)]).toEqual([new Set(['một']), ['saving', 'saved']])
  },
)

test('begins with the shortest pause again after an answer', async () => {
  const { sender, asked, answer, wait } = desk('một', 'hai')
  sender.flush()
  await answer({ kind: 'away' })
  await wait(100)
  await answer({ kind: 'done' })
  await answer({ kind: 'away' })
  await wait(100)
  expect(asked).toEqual(['một', 'một', 'hai', 'hai'])
})

test('is asked to try at once, and not to try by itself', async () => {
  const { sender, asked, answer, wait } = desk('một')
  sender.flush()
  await answer({ kind: 'away' })
  sender.flush()
  await answer({ kind: 'away' })
  await wait(100)
  expect(asked).toHaveLength(2)
  sender.rest()
  await wait(5000)
  expect(asked).toHaveLength(2)
})

test('goes on when something else took what was under way', async () => {
  const { sender, asked, taken, told, answer, drop } = desk('một', 'hai')
  sender.flush()
  drop('một')
  await answer({ kind: 'away' })
  expect([asked, taken, told]).toEqual([['một', 'hai'], [], ['saving']])
})
