#!/usr/bin/env bash
# Sets up, builds, and runs every test; closes with ctest's summary.
set -euo pipefail
cd "$(dirname "$0")"
./setup.sh
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
preset=${NARU_PRESET:-release}
cmake --preset "$preset" -DBUILD_TESTING=ON
cmake --build --preset "$preset"
ctest --preset "$preset" -j "$(nproc)" "$@"
