import type { AccountStatus, NetworkStatus } from '../../node/chain/read-network-status.ts'
import { formatTokens } from '../../protocol/chain/tokens.ts'
import type { RegistryEntry } from '../../protocol/ports.ts'
import { layoutTable } from '../../report/text/layout-table.ts'
import { toVisibleText } from '../../report/text/to-visible-text.ts'
import { shortCid } from './experience-view.ts'
import { lookOf } from './terminal.ts'

/** An entry as plain data: the JSON of `dso entry show` and `list`. What is not there is null. */
export function viewEntry(entry: RegistryEntry): Readonly<Record<string, unknown>> {
  return { ...entry, quality: entry.quality ?? null, challenger: entry.challenger ?? null }
}

/** One entry in full, a line a field. */
export function describeEntry(entry: RegistryEntry): string {
  const { id, status, quality, submitter, bondWei, challenger, schema, merkleRoot, cid } = entry
  return layOutFields([
    ['entry', String(id)],
    ['status', status],
    ['quality', quality === undefined ? 'no votes' : `${quality} of 1000`],
    ['submitter', submitter],
    ['bond', `${formatTokens(bondWei)} AI`],
    ['challenger', challenger ?? 'nobody'],
    ['schema', String(schema)],
    ['root', merkleRoot],
    ['cid', toVisibleText(cid)],
    ['votes until', timeOf(entry.votingEndsAt)],
    ['settled from', timeOf(entry.challengeEndsAt)],
  ])
}

/** Entries as a table, one a line. CIDs are anybody's text. */
export function layOutEntries(entries: readonly RegistryEntry[]): string {
  const { paint, tableWidth } = lookOf(process.stdout)
  const styles = {
    open: 'plain',
    scored: 'plain',
    disputed: 'accent',
    final: 'good',
    slashed: 'bad',
    expired: 'faint',
  } as const
  return layoutTable({
    columns: [
      { header: 'entry', align: 'right', rank: 0 },
      { header: 'status', align: 'left', rank: 0 },
      { header: 'quality', align: 'right', rank: 0 },
      { header: 'schema', align: 'right', rank: 2 },
      { header: 'submitter', align: 'left', rank: 1 },
      { header: 'votes until', align: 'left', rank: 3 },
      { header: 'cid', align: 'left', rank: 1 },
    ],
    rows: entries.map(({ id, status, quality, schema, submitter, votingEndsAt, cid }) => [
      { text: String(id), style: 'strong' },
      { text: status, style: styles[status] },
      { text: quality === undefined ? '–' : String(quality) },
      { text: String(schema) },
      { text: submitter },
      { text: timeOf(votingEndsAt) },
      { text: shortCid(toVisibleText(cid)) },
    ]),
    width: tableWidth,
    paint,
  }).join('\n')
}

/** Where a network stands, a line a field. */
export function describeStatus({ account, ...network }: NetworkStatus): string {
  const { chainId, block, timestamp, contracts, governance, registry, epoch } = network
  const { parameters, timing } = registry
  const isSealed = timing.commitSeconds > 0
  return layOutFields([
    ['chain', `${chainId}, block ${block}, ${timeOf(timestamp)}`],
    ['registry', contracts.registry],
    ['governed by', governance?.timelock ?? 'its deployer'],
    ['entries', String(registry.entries)],
    ['schemas', String(registry.schemas)],
    ['votes', isSealed ? 'sealed' : `in the open, for ${timing.revealSeconds} s`],
    ['epoch', `${epoch.epoch}, since ${timeOf(epoch.startsAt)}`],
    ...(isSealed
      ? ([
          ['commit until', timeOf(epoch.commitEndsAt)],
          ['reveal until', timeOf(epoch.revealEndsAt)],
        ] as const)
      : []),
    ['bond', `${formatTokens(parameters.bondWei)} AI`],
    ['floor', `${parameters.qMin} of 1000`],
    ['voters bond', `${formatTokens(parameters.voterBondWei)} ZOO`],
    ...(account === null ? [] : describeAccount(account)),
  ])
}

function describeAccount(account: AccountStatus): readonly (readonly [string, string])[] {
  const { address, coinWei, aiWei, zooWei, bonds, voter, weight } = account
  return [
    ['account', address],
    ['coin', formatTokens(coinWei)],
    ['wallet', `${formatTokens(aiWei)} AI, ${formatTokens(zooWei)} ZOO`],
    ['deposit', `${formatTokens(bonds.freeWei)} AI, ${formatTokens(bonds.creditWei)} AI earned`],
    ['as a voter', `${formatTokens(voter.bondWei)} ZOO bonded`],
    ['weight', `${weight.weight} from ${formatTokens(weight.depositWei)} ZOO`],
  ]
}

function layOutFields(fields: readonly (readonly [string, string])[]): string {
  return fields.map(([name, value]) => `${name.padEnd(14)}${value}`).join('\n')
}

/** A Unix second as people read it, in UTC. */
function timeOf(second: bigint): string {
  const date = new Date(Number(second) * 1000)
  return Number.isNaN(date.getTime()) ? String(second) : `${date.toISOString().slice(0, 19)}Z`
}
