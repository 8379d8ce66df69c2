// A desk in a process of its own, for a test that gives it a network of its own: `desk.ts MEMBERSHIP TOKEN` (JSON). It says on its output what it hears, a word a
// line: up, down; and of what it asks each second: answered, away.
import type { Membership } from '../joining.ts'
import { remoteOffice } from '../remote-office.ts'

const [membership, token] = process.argv.slice(2) as [string, string]
const say = (word: string) => console.log(word)
const office = remoteOffice(JSON.parse(membership) as Membership, '0.0.0-test', {
  notice: (given) => given.kind === 'office' && say(given.state),
  excluded: (why) => say(why),
})
const ask = async () => say((await office.ask({ kind: 'query', name: 'me', input: {} }, token)).ok ? 'answered' : 'away')
setInterval(() => void ask(), 1000)
