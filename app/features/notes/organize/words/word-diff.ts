export type Stretch = { kind: 'same' | 'gone' | 'new'; text: string }

const most = 2400

/** What changed from one text to another, in whole words: what stayed, what went, what came. */
export function wordDiff(before: string, after: string): Stretch[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  if (old.length > most || now.length > most) {
    return tidy([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ])
  }
  const width = now.length + 1
  // The longest common run from each place on, filled from the end.
  const common = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      found.push({ kind: 'same', text: old[i++] ?? '' })
      j++
    } else if (i < old.length && (j >= now.length || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'gone', text: old[i++] ?? '' })
    } else found.push({ kind: 'new', text: now[j++] ?? '' })
  }
  return tidy(found)
}

const wordsOf = (text: string) => text.match(/\S+|\s+/gu) ?? []

function tidy(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const one of stretches) {
    const last = joined.at(-1)
    if (last?.kind === one.kind) last.text += one.text
    else if (one.text) joined.push({ ...one })
  }
  return joined
}
