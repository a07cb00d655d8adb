export const longestSubject = 100

/** Cut at a word, with an ellipsis; in the middle of a word only where that is longer than all there is room for. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const room = [...text.slice(0, longest - 1)].join('').replace(/[\ud800-\udbff]$/, '')
  const words = room.slice(0, Math.max(room.lastIndexOf(' '), 0)).replace(/[\s,;:–—-]+$/, '')
  return `${words.length > longest / 3 ? words : room}…`
}

/** Facts with every title in them (of an event, a session, an action, an organization) no longer than that. */
export function withShortTitles<Facts>(facts: Facts, longest: number): Facts {
  return cut(facts, longest) as Facts
}

function cut(value: unknown, longest: number): unknown {
  if (Array.isArray(value)) return value.map((one) => cut(one, longest))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) =>
      typeof part === 'string' && (name === 'text' || name === 'organization')
        ? [name, shortened(part, longest)]
        : [name, cut(part, longest)],
    ),
  )
}
