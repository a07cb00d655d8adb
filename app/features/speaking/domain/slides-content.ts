import { slidesType } from './upload-kind.ts'

/** The names of a zip's members stand in it uncompressed: a file that carries macros is not taken, whatever it is called. */
const macros = Buffer.from('vbaProject.bin')

// What every file of its kind has among its members: any other zip only has the name of slides.
const members: Record<string, Buffer[]> = {
  [slidesType('a.pptx') ?? '']: [Buffer.from('ppt/presentation.xml')],
  [slidesType('a.key') ?? '']: ['Index/', 'Index.zip', 'index.apxl'].map((name) => Buffer.from(name)),
}

const longest = 32

/** Reads slides part by part, and says in the end why they are not taken; null when they are. */
export function slidesReading(name: string) {
  const wanted = members[slidesType(name) ?? '']
  let tail: Buffer = Buffer.alloc(0)
  let hasMacros = false
  let isKind = wanted === undefined
  return {
    read(part: Uint8Array) {
      const seen = Buffer.concat([tail, part])
      hasMacros ||= seen.includes(macros)
      isKind ||= wanted?.some((member) => seen.includes(member)) ?? true
      tail = seen.subarray(-longest)
    },
    fault(): 'slides-macros' | 'slides-kind' | null {
      if (hasMacros) return 'slides-macros'
      return isKind ? null : 'slides-kind'
    },
  }
}
