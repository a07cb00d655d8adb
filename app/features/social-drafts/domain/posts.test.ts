import { describe, expect, it, test } from 'vitest'
import { socialNetworks } from '#app/shared/vocabulary.ts'
import { seededRandom } from '#tests/factories/randomness.ts'
import { composePost, type PostFacts, shortened } from './compose-post.ts'
import { fitsNetwork, networkRules } from './counted-length.ts'

const long = `https://events.example.org/${'a'.repeat(80)}`

describe('a text is as long as its network counts it', () => {
  it.each([
    ['x', 'abc', 3],
    ['x', 'Điện ảnh Việt Nam', 20],
    ['x', 'Điện ảnh'.normalize('NFD'), 10],
    ['x', '電影', 4],
    ['x', '“Phim” – ‘hay’…', 15 + 1],
    ['x', '🎬', 2],
    ['x', '👨‍👩‍👧‍👦', 2],
    ['x', '🇻🇳', 2],
    ['x', '1️⃣', 2],
    ['x', '©', 1],
    ['x', `xem ${long}.`, 4 + 23 + 1],
    ['x', 'xem danaff.vn', 4 + 23],
    ['x', 'lan@danaff.vn', 13],
    ['x', 'a.b', 3],
    ['mastodon', `xem ${long}`, 4 + 23],
    ['mastodon', '@vfda@mastodon.social xin chào', 14],
    ['mastodon', '👨‍👩‍👧‍👦', 1],
    ['mastodon', 'Điện ảnh'.normalize('NFD'), 8],
    ['bluesky', '👨‍👩‍👧‍👦🎬', 3],
    ['bluesky', `xem ${long}`, 4 + long.length],
    ['bluesky', 'ệ'.normalize('NFD').repeat(10), 10],
    ['threads', 'Điện ảnh', 8],
    ['threads', '🎬', 4],
    ['threads', '👨‍👩‍👧‍👦', 25],
    ['linkedin', '🎬', 2],
    ['facebook', long, long.length],
    ['instagram', 'ảnh', 3],
    ['zalo', 'ảnh', 3],
  ] as const)('%s: %j is %d', (network, text, length) => {
    expect(networkRules[network].count(text)).toBe(length)
  })

  it('and as much as it may be', () => {
    expect(fitsNetwork('x', 'a'.repeat(280))).toBe(true)
    expect(fitsNetwork('x', 'a'.repeat(281))).toBe(false)
    expect(fitsNetwork('bluesky', '🎬'.repeat(300))).toBe(true)
    expect(fitsNetwork('bluesky', '👨‍👩‍👧‍👦'.repeat(121))).toBe(false)
  })
})

const facts: PostFacts = {
  title: 'Bàn tròn điện ảnh Việt Nam – Hoa Kỳ',
  when: 'Thứ Ba, 11 tháng 3, 2025, 18:00–20:30 (Boston)',
  place: 'Đại học Harvard, 1 Harvard Yard, Cambridge, Hoa Kỳ',
  hosts: 'VFDA · BGF',
  summary: 'Những người làm phim hai nước ngồi lại bên một chiếc bàn tròn. Ai cũng được mời.',
  url: 'https://events.example.org/go/abc2345',
}

test('a post says title, time, place and hosts, a summary and where to go', () => {
  expect(composePost(facts, () => true)).toBe(
    `${facts.title}\n${facts.when}\n${facts.place}\n${facts.hosts}\n\n${facts.summary}\n\n${facts.url}`,
  )
  expect(composePost({ ...facts, summary: '', hosts: '', url: '' }, () => true)).toBe(
    `${facts.title}\n${facts.when}\n${facts.place}`,
  )
})

test.each([
  ['một hai ba bốn', 14, 'một hai ba bốn'],
  ['một hai ba bốn', 13, 'một hai ba…'],
  ['một hai, ba bốn', 10, 'một hai…'],
  ['nghiêngngả', 5, ''],
  ['  một \n hai ', 9, 'một hai'],
])('%j in %d letters is %j', (text, most, short) => {
  expect(shortened(text, (one) => one.length <= most)).toBe(short)
})

test('no post is ever too long, and every word it keeps is one of the facts, whole', () => {
  const random = seededRandom(10)
  const atoms = [
    'Điện',
    'ảnh',
    'ảnh'.normalize('NFD'),
    '電影節',
    '👨‍👩‍👧‍👦',
    '🇻🇳',
    'danaff.vn',
    '–',
    'a'.repeat(40),
    'phim,',
    long,
  ]
  const text = (most: number) =>
    Array.from({ length: random.below(most) }, () => random.pick(atoms)).join(' ')
  let shortenedPosts = 0
  for (let round = 0; round < 25; round++) {
    const made: PostFacts = {
      title: text(60) || 'Phim',
      when: text(8),
      place: text(12),
      hosts: text(12),
      summary: text(120),
      url: random.chance(0.8) ? facts.url : '',
    }
    const words = new Set(Object.values(made).flatMap((one) => one.split(/\s+/u)))
    const bare = new Set([...words].map((word) => word.replace(/[,;:.–—-]+$/u, '')))
    for (const network of socialNetworks) {
      const post = composePost(made, (one) => fitsNetwork(network, one))
      expect(fitsNetwork(network, post)).toBe(true)
      if (made.url) expect(post.endsWith(made.url)).toBe(true)
      if (post.includes('…')) shortenedPosts += 1
      const kept = post.split(/\s+/u).filter(Boolean)
      const strange = kept.filter((word) => !words.has(word) && !bare.has(word.replace(/…$/u, '')))
      expect(strange).toEqual([])
    }
  }
  expect(shortenedPosts).toBeGreaterThan(50)
})
