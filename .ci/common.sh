# Sourced by run.sh and test.sh: installs the prerequisites and checks whether the build is up to date.
# shellcheck shell=bash

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

readonly build_stamp=src/WebApi/obj/release-build.stamp
readonly api_dll=src/WebApi/bin/Release/net10.0/CleanApi.WebApi.dll

# True when one of the arguments, paths with wildcards, matches an existing file.
any_file() {
  local path
  for path in "$@"; do
    if [[ -e $path ]]; then return 0; fi
  done
  return 1
}

has_dotnet() {
  local sdks
  sdks=$(dotnet --list-sdks 2>/dev/null) && grep -q '^10\.' <<<"$sdks"
}

# The directories that EmbeddedPostgres searches.
has_postgres() {
  command -v initdb >/dev/null || any_file /usr/lib/postgresql/{1[5-9],[2-9][0-9]}/bin/initdb /usr/pgsql-*/bin/initdb \
    /opt/homebrew/opt/postgresql*/bin/initdb /usr/local/opt/postgresql*/bin/initdb
}

# Normalization and domain names need ICU; .NET loads the newest that is there. Windows and macOS have their own.
has_icu() {
  [[ $(uname -s) != Linux ]] || any_file /usr/lib/*/libicuuc.so.* /usr/lib{,64}/libicuuc.so.* /lib/*/libicuuc.so.*
}

has_node() {
  local version
  version=$(node --version 2>/dev/null) && command -v npm >/dev/null && [[ ${version#v} =~ ^(20|2[2-9]|[3-9][0-9])\. ]]
}

# Runs a command as root: directly, or through sudo if it needs no password.
as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && { [[ $(id -u) == 0 ]] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; }
}

apt_install() {
  # Debian's package would start a cluster of its own on port 5432; the embedded one needs the programs only.
  if [[ " $* " == *' postgresql '* ]] && ! dpkg -s postgresql-common >/dev/null 2>&1 && [[ ! -e /etc/postgresql-common/createcluster.conf ]]; then
    as_root mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  fi
  as_root apt-get update -qq || echo 'apt-get update failed; going on with the lists that are there.' >&2
  as_root env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 \
    apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "$@"
}

# Installs what only the tests need: a browser, Redis, RabbitMQ, PgBouncer, and Node with the packages of the OpenID providers and of the clients in the tests.
install_missing_for_tests() {
  local missing=() folder
  if [[ ! -x /usr/bin/chromium && ! -x ${CHROMIUM:-} ]]; then missing+=(chromium); fi
  if ! command -v redis-server >/dev/null; then missing+=(redis-server); fi
  if ! command -v pgbouncer >/dev/null; then missing+=(pgbouncer); fi
  if ! any_file /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server; then missing+=(rabbitmq-server); fi
  if ! has_node && ! command -v node >/dev/null; then missing+=(nodejs npm); fi
  if [[ ${#missing[@]} != 0 ]]; then
    if may_install; then
      echo "Installing ${missing[*]}" >&2
      apt_install "${missing[@]}" >&2
    else
      echo "Missing for the tests: ${missing[*]}. Install them (or set CHROMIUM to a Chromium or Chrome), and run this again." >&2
      return 1
    fi
  fi
  if ! has_node; then
    echo "Node 20, 22 or later with npm is needed by the browser tests; found: $(node --version 2>/dev/null || echo none)." >&2
    return 1
  fi
  for folder in tests/providers tests/clients/*; do
    if [[ ! -f $folder/node_modules/.package-lock.json || $folder/package-lock.json -nt $folder/node_modules/.package-lock.json ]]; then
      npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error >&2
    fi
  done
}

# Installs what is missing without prompting, or prints what to do and returns 1. With --without-postgres, no local PostgreSQL is needed.
install_missing() {
  local missing=()
  if ! has_dotnet && [[ -x $HOME/.dotnet/dotnet ]]; then export PATH="$HOME/.dotnet:$PATH" DOTNET_ROOT="$HOME/.dotnet"; fi
  if ! has_dotnet; then
    if command -v apt-cache >/dev/null && [[ -n $(apt-cache search '^dotnet-sdk-10\.0$') ]]; then
      missing+=(dotnet-sdk-10.0)
    else
      echo 'The .NET SDK 10 is missing. Install it as https://learn.microsoft.com/dotnet/core/install says for this system' >&2
      echo 'into a directory on PATH or into ~/.dotnet, and run this again.' >&2
      return 1
    fi
  fi
  if [[ ${1:-} != --without-postgres ]] && ! has_postgres; then missing+=(postgresql); fi
  # PostgreSQL's package brings it.
  if ! has_icu && [[ " ${missing[*]} " != *' postgresql '* ]]; then missing+=("$(apt-cache pkgnames libicu 2>/dev/null | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1 || true)"); fi
  if [[ ${#missing[@]} == 0 ]]; then return 0; fi

  if may_install; then
    echo "Installing ${missing[*]}" >&2
    apt_install "${missing[@]}" >&2
  elif command -v apt-get >/dev/null; then
    echo "Missing: ${missing[*]}. Run this, and then this script again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    return 1
  else
    echo 'PostgreSQL 15 or later is missing. Install it (macOS: brew install postgresql@17), or set ConnectionStrings__CleanApi' >&2
    echo 'to a server that is running, and run this again.' >&2
    return 1
  fi
}

# The inputs of a build.
build_inputs() {
  find src libs Directory.* global.json .editorconfig -type d \( -name bin -o -name obj \) -prune -o -type f "$@" -print
}

# True when no input was added, removed or changed since the last build. Faster than MSBuild's check, which takes seconds.
is_built() {
  [[ -f $api_dll && -f $build_stamp ]] &&
    [[ -z $(build_inputs -newer "$build_stamp" | head -n 1) ]] &&
    [[ $(build_inputs | LC_ALL=C sort) == "$(cat "$build_stamp")" ]]
}

# Runs a build and records the time before it, so that changes during the build are built next time.
build_with_stamp() {
  mkdir -p "$(dirname "$build_stamp")"
  rm -f "$build_stamp"
  build_inputs | LC_ALL=C sort >"$build_stamp.new"
  "$@" && mv "$build_stamp.new" "$build_stamp"
}
