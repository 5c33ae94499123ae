// One person against the targets of match_bench in DuckDB, one thread. Usage: node match_duckdb.mjs DATA
import {readFileSync} from 'node:fs';
import {DuckDBInstance} from '@duckdb/node-api';

const [, , directory] = process.argv;
const numbers = (part, Kind) => {
  const bytes = readFileSync(`${directory}/many_targets.${part}`);
  return new Kind(bytes.buffer, bytes.byteOffset, bytes.byteLength / Kind.BYTES_PER_ELEMENT);
};
const [target, competence, level] = ['target', 'competence', 'level'].map(part => numbers(part, Int32Array));
const weight = numbers('weight', Float64Array);
const [who, what, above] = [numbers('who', Int32Array), numbers('what', Int32Array), numbers('above', Float64Array)];
const total = new Float64Array(Math.max(...target.subarray(-1)) + 1);
target.forEach((t, i) => { total[t] += weight[i]; });

const db = await (await DuckDBInstance.create(':memory:', {threads: '1'})).connect();
await db.run('create table asked(competence int, level int, target int, share double)');
const asked = await db.createAppender('asked');
target.forEach((t, i) => {
  asked.appendInteger(competence[i]);
  asked.appendInteger(level[i]);
  asked.appendInteger(t);
  asked.appendDouble(weight[i] / total[t]);
  asked.endRow();
});
asked.closeSync();
await db.run('create table held(person int, competence int, level int, above double)');
const held = await db.createAppender('held');
who.forEach((person, i) => {
  for(let l = 0; l < 4; ++l) {
    held.appendInteger(person);
    held.appendInteger(what[i]);
    held.appendInteger(l + 1);
    held.appendDouble(above[4 * i + l]);
    held.endRow();
  }
});
held.closeSync();
await db.run('create table sorted as select * from asked order by competence, level, target');
const ask = person => db.runAndReadAll(`select target, sum(share * above) as score from held join sorted
  using(competence, level) where person = ${person} group by target order by score desc, target limit 50`);
const best = (await ask(0)).getRows()[0][1];
const ours = Math.max(...numbers('scores', Float64Array));
if(Math.abs(best + 0.1 - ours) > 1e-6) throw new Error(`DuckDB does not give our best score: ${best + 0.1}, ${ours}`);
const rounds = 20;
const before = process.cpuUsage();
for(let i = 0; i < rounds; ++i) await ask(i % 8);
const {user, system} = process.cpuUsage(before);
console.log(`${'one_person/100000_targets'.padEnd(45)} DuckDB, one thread           ${((user + system) / 1e3 / rounds).toFixed(3).padStart(11)} ms`);
