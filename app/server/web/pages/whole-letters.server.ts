import { Transform } from 'node:stream'

/**
 * A way through for what React 18 renders. Where a letter of several bytes no longer fits into a chunk, React leaves the
 * rest of that chunk zero: such bytes would stand in the middle of Vietnamese words. No text of ours holds a NUL.
 */
export function wholeLetters(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      let end = chunk.length
      while (end > 0 && chunk[end - 1] === 0) end -= 1
      done(null, chunk.subarray(0, end))
    },
  })
}
