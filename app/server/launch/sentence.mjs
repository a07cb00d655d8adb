/**
 * An error whose message is the one sentence that the person at the terminal needs; no stack is printed for it.
 * @param {string} sentence
 */
export function stopWith(sentence) {
  const error = new Error(sentence)
  error.name = 'Stop'
  return error
}

/**
 * What Node or PostgreSQL call a failure.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/**
 * The call of the system that failed.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function syscallOf(error) {
  return error instanceof Error && 'syscall' in error ? String(error.syscall) : undefined
}

/**
 * What to print for an error that ended the program: a sentence when it is one, the stack when it is a bug.
 * @param {unknown} error
 */
export function sentenceFor(error) {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'Stop') return error.message
  const isSentence = error.name === 'Error' && !('code' in error) && /^\p{Lu}.*\.$/su.test(error.message)
  return isSentence ? error.message : (error.stack ?? error.message)
}

/** @type {Record<string, string>} */
const fileFaults = {
  ENOSPC: 'has no space left: free some and start again',
  EDQUOT: 'is over its disk quota: free some space and start again',
  EROFS: 'is on a read-only file system: choose a writable folder with DATA_DIR',
  EACCES: 'cannot be written by this user: change its rights or choose another folder with DATA_DIR',
  EPERM: 'cannot be written by this user: change its rights or choose another folder with DATA_DIR',
  ENOTDIR: 'is not a folder: choose another one with DATA_DIR',
  EEXIST: 'is not a folder: choose another one with DATA_DIR',
}

/**
 * Runs `work` on the data folder; a fault of the folder (full, read-only, foreign) becomes one sentence.
 * @template T
 * @param {string} dataDir
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inDataDir(dataDir, work) {
  try {
    return await work()
  } catch (error) {
    // Node names a read-only parent so when it makes folders on the way.
    const call = syscallOf(error)
    const isUnmade = codeOf(error) === 'ENOENT' && call === 'mkdir'
    const fault = isUnmade ? fileFaults.EACCES : fileFaults[codeOf(error) ?? '']
    throw fault && call ? stopWith(`The data folder ${dataDir} ${fault}.`) : error
  }
}
