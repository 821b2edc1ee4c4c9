// Units by the UCUM library. In: pairs of codes [[from, to], ...]. Out: how many of `to` one of `from` is, null where it
// knows of no such thing.
import fs from "node:fs";
import ucum from "@lhncbc/ucum-lhc";

const units = ucum.UcumLhcUtils.getInstance();
const pairs = JSON.parse(fs.readFileSync(process.stdin.fd, "utf8"));
const found = pairs.map(([from, to]) => units.convertUnitTo(from, 1, to));
process.stdout.write(JSON.stringify(found.map(({ status, toVal }) => (status === "succeeded" ? toVal : null))));
