// Bundles every src/*.ts into the site's static files; `--watch` keeps doing so.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { context } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const entries = readdirSync(here("src")).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));

const bundle = await context({
  entryPoints: entries.map((name) => here(`src/${name}`)),
  outdir: here("../src/amicity_web/static/built"),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  loader: { ".json": "json" },
  legalComments: "eof",
  logLevel: "info",
});

if (process.argv.includes("--watch")) {
  await bundle.watch();
} else {
  await bundle.rebuild();
  await bundle.dispose();
}
