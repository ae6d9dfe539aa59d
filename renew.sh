#!/usr/bin/env bash
# Writes the committed files that follow from the code: the OpenAPI document, who may do what (in all and with posts), the names of events, the prefixes of ids, the tests in docs/requirements.md.
# Review what git shows of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source .ci/common.sh

export CLEANAPI_UPDATE_DOCS=1
for project in Domain.UnitTests WebApi.IntegrationTests Architecture.Tests; do
  dotnet test "tests/$project" -c Release --nologo -v q --filter 'Category=Committed|FullyQualifiedName~RequirementPageTests'
done
