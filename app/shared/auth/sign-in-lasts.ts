/** How long a browser stays signed in without being used, in milliseconds. */
export const signInLasts = 30 * 24 * 60 * 60_000
