import type { Rule } from './rules.ts'

const editing: Rule = { get: 'initiative.edit', post: 'initiative.edit' }
const seeing: Rule = { get: 'initiative.edit' }
const step: Rule = { post: 'initiative.edit' }

/** Joining an initiative, what supporters do by their links, and their desk. The token of the world opens none of theirs. */
export const supporterRules: Record<string, Rule> = {
  ':lang/initiatives/:initiative/join': { get: 'anyone', post: 'anyone' },
  ':lang/initiatives/:initiative/supporters': { get: 'anyone' },
  // Nobody has looked at the sign of the world.
  'supporters/logos/:logo/logo.webp': { get: 404 },
  'joining/:token': { get: 410, post: 410 },
  'joining/:token/refusal': { post: 404 },
  'supporting/:token': { get: 410, post: 410 },
  'supporting/:token/erasure': { get: 404, post: 404 },
  'supporting/:token/leaving': { get: 404, post: 404 },
  'supporting/:token/logo': { get: 404, post: 404 },
  'supporting/:token/logo/removal': { post: 404 },
  'supporting/:token/logo.webp': { get: 404 },
  'introductions/:token': { get: 410, post: 404 },
  'introductions/:token/refusal': { post: 404 },
  'organize/initiatives/:initiative/supporters': seeing,
  'organize/initiatives/:initiative/supporters.csv': seeing,
  'organize/initiatives/:initiative/supporters/introductions': seeing,
  'organize/initiatives/:initiative/supporters/introductions/new': editing,
  'organize/initiatives/:initiative/supporters/news': step,
  'organize/initiatives/:initiative/supporters/:supporter': editing,
  'organize/initiatives/:initiative/supporters/:supporter/erasure': editing,
  'organize/initiatives/:initiative/supporters/:supporter/logo': step,
  'organize/initiatives/:initiative/supporters/:supporter/logo.webp': seeing,
  'organize/initiatives/:initiative/supporters/:supporter/readmission': step,
  'organize/initiatives/:initiative/supporters/:supporter/removal': editing,
}
