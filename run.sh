#!/usr/bin/env bash
# Starts the API with an embedded PostgreSQL whose data is under .data/. Arguments are passed to the API, for example --Urls=http://127.0.0.1:8080.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source .ci/common.sh

if [[ -n ${ConnectionStrings__CleanApi:-} ]]; then
  install_missing --without-postgres
else
  install_missing
fi

if ! is_built; then
  echo 'Building…' >&2
  build_with_stamp dotnet build src/WebApi/WebApi.csproj -c Release -v q --nologo -clp:NoSummary >&2
fi

export ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Development}"
exec dotnet "$api_dll" "$@"
