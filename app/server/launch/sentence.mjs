/** An error whose message is the one sentence that the person at the terminal needs; no stack is printed for it. */
export function stopWith(sentence) {
  const error = new Error(sentence)
  error.name = 'Stop'
  return error
}

/** What to print for an error that ended the program: a sentence when it is one, the stack when it is a bug. */
export function sentenceFor(error) {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'Stop') return error.message
  const isSentence = error.name === 'Error' && !('code' in error) && /^\p{Lu}.*\.$/su.test(error.message)
  return isSentence ? error.message : (error.stack ?? error.message)
}

const fileFaults = {
  ENOSPC: 'has no space left: free some and start again',
  EDQUOT: 'is over its disk quota: free some space and start again',
  EROFS: 'is on a read-only file system: choose a writable folder with DATA_DIR',
  EACCES: 'cannot be written by this user: change its rights or choose another folder with DATA_DIR',
  EPERM: 'cannot be written by this user: change its rights or choose another folder with DATA_DIR',
  ENOTDIR: 'is not a folder: choose another one with DATA_DIR',
  EEXIST: 'is not a folder: choose another one with DATA_DIR',
}

/** Runs `work` on the data folder; a fault of the folder (full, read-only, foreign) becomes one sentence. */
export async function inDataDir(dataDir, work) {
  try {
    return await work()
  } catch (error) {
    // Node names a read-only parent so when it makes folders on the way.
    const isUnmade = error?.code === 'ENOENT' && error.syscall === 'mkdir'
    const fault = isUnmade ? fileFaults.EACCES : fileFaults[error?.code]
    throw fault && error.syscall ? stopWith(`The data folder ${dataDir} ${fault}.`) : error
  }
}
