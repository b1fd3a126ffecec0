# What ./run and ./test share: packages, configuration, build. Sourced, not run.
# Quick when everything is there: one dpkg query and ninja's own look.

run_packages='build-essential pkg-config meson ninja-build gettext python3
  libadwaita-1-dev libgtk-4-dev libglib2.0-dev libglib2.0-bin libicu-dev libsqlite3-dev
  libcmark-dev libgettextpo-dev libsodium-dev nettle-dev libjson-glib-dev libcsv-dev libzip-dev libxml2-dev libxlsxwriter-dev
  librsvg2-common fonts-dejavu-core locales desktop-file-utils'
test_packages='xvfb xauth dbus dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0 xdotool openbox
  sqlite3 python3-openpyxl libreoffice-calc-nogui libreoffice-writer-nogui gnumeric poppler-utils
  desktop-file-utils appstream libxml2-utils util-linux'

say () { printf '%s\n' "$*" >&2; }
die () { say "$*"; exit 1; }

# As root directly, else through sudo.
as_root () {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else return 126
  fi
}

list_missing () {
  for package in "$@"; do
    case "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" in
      installed) ;;
      *) echo "$package" ;;
    esac
  done
}

apt_install () {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 "$@"
}

apt_update () {
  as_root apt-get update -o Acquire::Retries=3
}

# A package index may be absent (bare image) or older than the mirror: install first where an
# index is there, and fetch a fresh one when that fails.
need_packages () {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  missing=$(list_missing "$@")
  [ -n "$missing" ] || return 0
  as_root true || die "These packages are needed; install them as root, or install sudo:
  $(echo $missing)"

  say "Installing: $(echo $missing)"
  log=$(mktemp)
  if ! { ls /var/lib/apt/lists/*Packages* >/dev/null 2>&1 && apt_install $missing >"$log" 2>&1; }; then
    if ! { apt_update >"$log" 2>&1; apt_install $missing >>"$log" 2>&1; }; then
      tail -n 20 "$log" >&2
      rm -f "$log"
      die "The packages could not be installed."
    fi
  fi
  rm -f "$log"
}

# GTK's words and the interface need some locale besides C; a bare system has none.
need_locale () {
  locale -a 2>/dev/null | grep -qiE '^[a-z]{2,3}_[A-Z]{2}.*utf-?8' && return 0
  command -v localedef >/dev/null 2>&1 && [ -d /usr/share/i18n/locales ] || return 0
  as_root localedef -i en_US -f UTF-8 en_US.UTF-8 || say "No locale could be made; the interface may stay in English."
}

build () {
  if ! [ -f build/build.ninja ]; then
    meson setup build >build-setup.log 2>&1 || { cat build-setup.log >&2; rm -f build-setup.log; die "Configuring failed."; }
    rm -f build-setup.log
  fi
  log=$(mktemp)
  ninja -C build >"$log" 2>&1 || { tail -n 60 "$log" >&2; rm -f "$log"; die "Building failed."; }
  rm -f "$log"
}

# The program runs from the build folder as it would when installed.
use_build () {
  export RELACOPAZ_LOCALE_DIR="$PWD/build/po"
  export RELACOPAZ_DATA_DIR="$PWD/data"
  export GSETTINGS_SCHEMA_DIR="$PWD/build/data${GSETTINGS_SCHEMA_DIR:+:$GSETTINGS_SCHEMA_DIR}"
}
