// CQL into ELM by the official translator, with no model of data but the types of CQL itself.
import { webcrypto } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";

globalThis.crypto ??= webcrypto; // Node has it by itself from version 19
globalThis.require ??= createRequire(import.meta.url); // the package, though a module, asks for it
const { NamespaceManager } = await import("@cqframework/cql/cql");
const {
  CqlTranslator,
  LibraryManager,
  ModelManager,
  createLibrarySourceProvider,
  createModelInfoProvider,
  stringAsSource,
} = await import("@cqframework/cql/cql-to-elm");

const SYSTEM = fs.readFileSync(new URL("system-modelinfo.xml", import.meta.url), "utf8");

/** Writes results. The package speaks on standard output too; its words go to standard error. */
export const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

/** Translate libraries that may include each other: `{name: text}` to `{name: elm}`. */
export function translate(texts) {
  const libraries = manager(texts);
  const elm = (text) => JSON.parse(CqlTranslator.fromText(text, libraries).toJson());
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, elm(text)]));
}

/** All that the translator has against a library: errors, warnings and whatever else it notes with a severity. */
export function complaints(elm) {
  const notes = elm.library.annotation ?? [];
  return notes.filter((note) => note.errorSeverity).map((note) => `${note.errorSeverity}: ${note.message}`);
}

function manager(texts) {
  const models = new ModelManager(new NamespaceManager());
  const model = createModelInfoProvider((name) => (name === "System" ? stringAsSource(SYSTEM) : null));
  models.modelInfoLoader.registerModelInfoProvider(model);
  const libraries = new LibraryManager(models);
  const source = createLibrarySourceProvider((name) => (name in texts ? stringAsSource(texts[name]) : null));
  libraries.librarySourceLoader.registerProvider(source);
  return libraries;
}
