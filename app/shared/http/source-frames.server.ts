import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

const frame = /\(?((?:file:\/\/)?\/[^()]*\/build\/server\/[^():]+\.js):(\d+):(\d+)\)?$/
const maps = new Map<string, WeakRef<SourceMap>>()

/** Frames of the built program as places in the sources; what has no map, or none of that line, stays as it is. */
export function sourceFrames(frames: string[]): string[] {
  return frames.map((line) => {
    const [all, file, row, column] = frame.exec(line) ?? []
    const map = file && mapOf(file.startsWith('file:') ? fileURLToPath(file) : file)
    const origin = map && map.findEntry(Number(row) - 1, Number(column) - 1)
    if (!all || !origin || !('originalSource' in origin)) return line
    const source = origin.originalSource.replace(/^(?:\.\.\/)+/, '')
    return `    at ${source}:${origin.originalLine + 1}:${origin.originalColumn + 1}`
  })
}

/** Megabytes, wanted only after a bug: kept as long as nothing else wants the room. */
function mapOf(file: string): SourceMap | undefined {
  const kept = maps.get(file)?.deref()
  if (kept) return kept
  try {
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
    maps.set(file, new WeakRef(map))
    return map
  } catch {
    return undefined
  }
}
