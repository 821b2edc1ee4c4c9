// Exported libraries over patients, by cql-execution. In: a line {texts, logic, only}, then each patient's parameters a
// line. Out: a line {complaints, definitions}, each patient's values a line in the order of `definitions`, and the seconds.
import readline from "node:readline";
import cql from "cql-execution";
import { complaints, translate, write } from "./translate.mjs";

const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { texts, logic, only } = JSON.parse((await lines.next()).value);
const elms = translate(texts);
const library = new cql.Library(elms[logic], new cql.Repository(elms));
const definitions = only ?? Object.keys(library.expressions);
const codes = new cql.CodeService({});
say({ complaints: Object.values(elms).flatMap(complaints), definitions });

let spent = 0;
for await (const line of lines) {
  const parameters = JSON.parse(line);
  const start = performance.now();
  const values = await decide(parameters);
  spent += performance.now() - start;
  say(values);
}
say(spent / 1000);

async function decide(parameters) {
  const context = new cql.PatientContext(library, {}, codes, parameters);
  const values = [];
  for (const name of definitions) values.push(await library.expressions[name].execute(context));
  return values;
}

function say(what) {
  write(`${JSON.stringify(what, finite)}\n`);
}

/** JSON would write a number that is none as null, which is a value of its own here. */
function finite(_, value) {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError("a result is no finite number");
  return value;
}
