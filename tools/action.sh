#!/usr/bin/env bash
# The steps of action.yml: `install`, and `check`, which passes its status on. Reads only XLCHECK_ACTION_* variables.
set -euo pipefail

case "${1:-}" in
  install)
    if [ -n "${XLCHECK_ACTION_VERSION:-}" ]; then
      python -m pip install --quiet "xlcheck==$XLCHECK_ACTION_VERSION"
    else
      python -m pip install --quiet "$XLCHECK_ACTION_PATH"
    fi
    ;;
  check)
    # Lists are separated by spaces; no word of them is expanded as a pattern or run as a command.
    set -f
    read -ra paths <<<"${XLCHECK_ACTION_PATHS:-}"
    read -ra against <<<"${XLCHECK_ACTION_AGAINST:-}"
    read -ra more <<<"${XLCHECK_ACTION_ARGS:-}"
    options=(--format github --output "sarif:$XLCHECK_ACTION_SARIF" --output "json:$XLCHECK_ACTION_SARIF.json")
    for path in "${against[@]}"; do options+=(--against "$path"); done
    [ -z "${XLCHECK_ACTION_SINCE:-}" ] || options+=("--since=$XLCHECK_ACTION_SINCE")
    [ -z "${XLCHECK_ACTION_FAIL_ON:-}" ] || options+=("--fail-on=$XLCHECK_ACTION_FAIL_ON")
    status=0
    xlcheck check "${options[@]}" "${more[@]}" -- "${paths[@]}" || status=$?
    if [ -n "${GITHUB_OUTPUT:-}" ] && [ -f "$XLCHECK_ACTION_SARIF.json" ]; then
      python - "$XLCHECK_ACTION_SARIF.json" >>"$GITHUB_OUTPUT" <<'PYTHON'
import json, sys
with open(sys.argv[1], encoding="utf-8") as stream:
    counts = json.load(stream)["counts"]
print(f"findings={counts['findings']}")
print(f"quarantined={counts['decisions']['quarantine']}")
PYTHON
    fi
    rm -f "$XLCHECK_ACTION_SARIF.json"
    exit "$status"
    ;;
  *)
    echo "usage: action.sh install|check" >&2
    exit 2
    ;;
esac
