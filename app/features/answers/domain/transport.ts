/** By which way a mail came in. */
export type Transport = 'smtp' | 'imap' | 'http'
