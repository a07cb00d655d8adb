type Words = { away: string; signedOut: string }

/** What a form carries that is answered while it is filled in (public/live-answer.js), in the element named `live`. */
export const liveForm = (address: string, words: Words) => ({
  'data-live': address,
  'data-live-at': 'live',
  'data-live-words': JSON.stringify(words),
})
