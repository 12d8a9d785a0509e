#!/usr/bin/env bash
# Installs what a bare Debian 12 lacks to build, run, and test Naru. Repeatable; asks for sudo only if not root.
set -euo pipefail

packages=(
  g++ cmake ninja-build pkg-config ccache mold ca-certificates git
  qt6-base-dev qt6-base-dev-tools libqt6sql6-sqlite qt6-svg-dev libqt6svg6 qt6-tools-dev qt6-tools-dev-tools
  qt6-l10n-tools qt6-qpa-plugins qt6-translations-l10n
  libzip-dev libexpat1-dev libxlsxwriter-dev libpoppler-qt6-dev libsqlite3-dev libintelrdfpmath-dev libcli11-dev zlib1g-dev libssl-dev
  libtesseract-dev libleptonica-dev libtiff-dev tesseract-ocr tesseract-ocr-kor tesseract-ocr-eng
  fonts-nanum fonts-dejavu-core tzdata
)
# For the tests alone: IBM's decTest, a tool that encrypts PDFs, and a second reader of workbooks.
packages+=(libpython3.11-testsuite qpdf python3-openpyxl)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: everything is installed"
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo)
fi
echo "setup: installing ${missing[*]}"
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
