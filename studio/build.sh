#!/usr/bin/env bash
# Builds the page into dist/ unless it is newer than all that it is made of. Without npm there is no page, and the service
# says so; where tools are required, that is a failure.
set -euo pipefail
cd "$(dirname "$0")"

if [[ -f dist/index.html ]] && [[ -z $(find package.json package-lock.json vite.config.ts tsconfig.json index.html src public \
  -newer dist/index.html -print -quit) ]]; then
  exit 0
fi
if ! command -v npm >/dev/null; then
  echo "npm was not found: the studio is not built, and the service has no page. Install nodejs and npm for it." >&2
  mkdir -p dist
  [[ -z ${CI_REQUIRE_TOOLS:-} ]]
  exit
fi
if [[ ! -f node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
  npm ci --no-audit --no-fund --loglevel=error
fi
npm run --silent check
npm run --silent build -- --logLevel warn
