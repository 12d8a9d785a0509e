#!/usr/bin/env bash
# Sets up, builds, and runs the main job on the sample office: a personnel order of 1,531 lines, from the document to the
# applied moves and the report for the file. Opens the window where there is a display.
set -euo pipefail
cd "$(dirname "$0")"
./setup.sh
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
cmake --preset release -DBUILD_TESTING=OFF
cmake --build --preset release

naru=build/release/bin/naru
work=${NARU_SAMPLE:-build/sample}
office=$work/office.naru
if [ ! -f "$office" ]; then
  mkdir -p "$work"
  echo "run: making the sample city"
  "$naru" office create "$office" --sample --size city
fi

order=$(find "$work/office.samples" -name '*명단_1531명.pdf' | head -n 1)
echo "run: reading $order"
# Lines that only a person can decide are skipped here, and the report says so; the window asks them instead.
"$naru" --office "$office" plan personnel-order "$order" --received 2026-07-24 --json > "$work/plan.json" || [ $? -eq 4 ]
plan=$(sed -n 's/.*"plan":"\(p-[0-9a-f]*\)".*/\1/p' "$work/plan.json" | head -n 1)
"$naru" --office "$office" plan show "$plan" | sed -n 1,3p
"$naru" --office "$office" plan show "$plan" --open-lines > "$work/answers.json"
"$naru" --office "$office" apply "$plan" --answers "$work/answers.json"
"$naru" --office "$office" report "$plan" --out "$work/report.pdf"
"$naru" --office "$office" report "$plan" --out "$work/report.xlsx"
"$naru" --office "$office" journal verify
echo "run: the report lies at $work/report.pdf and $work/report.xlsx"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  build/release/bin/naru-desk --office "$office"
fi
