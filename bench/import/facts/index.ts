/** Facts read out of labelled texts: precision and recall by kind, on the half they were tuned on and on the half held out. */
import held from './held.json'
import { scoreFacts, totalOf, type Labelled } from './score'
import tuned from './tuned.json'

const ratio = (part: number) => (Number.isNaN(part) ? '–' : part.toFixed(2))

export async function factsPart(): Promise<string> {
  return [['tuned on', tuned], ['held out', held]].map(([name, set]) => table(name as string, set as Labelled[])).join('\n\n')
}

function table(name: string, set: Labelled[]): string {
  const { tallies } = scoreFacts(set)
  const all = totalOf(tallies)
  return [
    `${name}: ${set.length} texts, ${all.labelled} facts\n`,
    '| kind | labelled | found | right | precision | recall | exact |\n|---|---|---|---|---|---|---|',
    ...tallies.map(({ kind, labelled, found, right, exact }) =>
      `| ${kind} | ${labelled} | ${found} | ${right} | ${ratio(right / found)} | ${ratio(right / labelled)} | ${ratio(exact / labelled)} |`),
    `| all | ${all.labelled} | | | ${ratio(all.precision)} | ${ratio(all.recall)} | ${ratio(all.exact)} |`,
  ].join('\n')
}
