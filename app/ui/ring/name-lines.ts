// Of the interface's font, a letter on average takes this share of its size.
const letter = 0.55
const [largest, smallest] = [13, 9.5]

/** A name in at most two lines of nearly one length, as large as the room beside its seat allows. */
export function nameLines(name: string, room: number): { lines: string[]; size: number } {
  const words = name.split(/\s+/).filter(Boolean)
  const ways = words.map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')])
  const longest = (lines: string[]) => Math.max(...lines.map((line) => [...line].length))
  const [best = [name]] = ways.sort((a, b) => longest(a) - longest(b))
  const lines = best.filter(Boolean)
  const fitting = room / (longest(lines) * letter)
  return { lines, size: Math.round(Math.min(Math.max(fitting, smallest), largest) * 10) / 10 }
}
