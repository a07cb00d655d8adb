import type { Rule } from './rules.ts'

const editing: Rule = { get: 'initiative.edit', post: 'initiative.edit' }
const step: Rule = { post: 'initiative.edit' }
const ofBodies: Rule = { post: 'initiative.bodies' }

/** The desk of an initiative: of whoever works in one of the bodies that carry it. */
export const initiativeRules: Record<string, Rule> = {
  'organize/initiatives': { get: 'signed-in' },
  // Which body carries the new initiative is a field of the form.
  'organize/initiatives/new': { get: 'anywhere initiative.edit', post: 'signed-in' },
  'organize/initiatives/:initiative': editing,
  'organize/initiatives/:initiative/publication': step,
  'organize/initiatives/:initiative/removal': ofBodies,
  'organize/initiatives/:initiative/preview': { get: 'initiative.edit' },
  'organize/initiatives/:initiative/activity': { get: 'initiative.edit' },
  'organize/initiatives/:initiative/goals': editing,
  'organize/initiatives/:initiative/goals/:goal': editing,
  'organize/initiatives/:initiative/goals/:goal/removal': step,
  'organize/initiatives/:initiative/news': editing,
  'organize/initiatives/:initiative/news/:entry': editing,
  'organize/initiatives/:initiative/news/:entry/publication': step,
  'organize/initiatives/:initiative/news/:entry/removal': step,
  'organize/initiatives/:initiative/figures': editing,
  'organize/initiatives/:initiative/figures/:figure': editing,
  'organize/initiatives/:initiative/figures/:figure/removal': step,
  'organize/initiatives/:initiative/documents': editing,
  'organize/initiatives/:initiative/documents/:document': editing,
  'organize/initiatives/:initiative/documents/:document/removal': step,
  'organize/initiatives/:initiative/pictures': editing,
  'organize/initiatives/:initiative/pictures/:image': editing,
  'organize/initiatives/:initiative/pictures/:image/removal': step,
  'organize/initiatives/:initiative/lineage': { get: 'initiative.edit' },
  'organize/initiatives/:initiative/lineage/origin': step,
  'organize/initiatives/:initiative/lineage/notes': step,
  'organize/initiatives/:initiative/lineage/events': step,
  'organize/initiatives/:initiative/lineage/sessions': step,
  'organize/initiatives/:initiative/bodies': { get: 'initiative.edit', post: 'initiative.bodies' },
  'organize/initiatives/:initiative/bodies/:organization/withdrawal': ofBodies,
  'organize/initiatives/:initiative/bodies/requests/:asked/removal': ofBodies,
  'organize/organizations/:organization/initiative-requests/:offer/acceptance': {
    post: 'organization initiative.bodies',
  },
  'organize/organizations/:organization/initiative-requests/:offer/refusal': {
    post: 'organization initiative.bodies',
  },
}
