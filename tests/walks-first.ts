import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The walks over every route, the longest first. */
const walks = [
  'access/acting',
  'access/looking',
  'head',
  'forms',
  'malformed',
  'empty-posts',
  'access/trespass',
  'canaries',
].map((name) => `/tests/${name}.test.ts`)

/** The walks are short files that take longest: begun last, by their size, one of them would keep the whole suite waiting. */
export class WalksFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const at = walks.findIndex((walk) => moduleId.endsWith(walk))
  return at < 0 ? walks.length : at
}
