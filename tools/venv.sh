#!/bin/sh
# Makes .venv ready for `use`, `test`, `test-system` or `benchmark`; does nothing when it is.
#
# .venv/made-in holds the folder it was made in: a moved checkout gets a new one.
# .venv/ready-for-PURPOSE is the pyproject.toml that was installed: any change installs again.
set -eu
cd "$(dirname "$0")/.."
unset PYTHONPATH PYTHONHOME

purpose=$1
case $purpose in
    use) what='.' about='once, about half a minute' ;;
    *) what=".[$purpose]" about='once, a minute or two' ;;
esac

say() { echo "learnlead: $*" >&2; }

# Prints the first Python that will do, or says what to install.
find_python() {
    too_old='' no_venv=''
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        version=$("$name" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
        if ! "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            too_old=${too_old:-$version}
        elif ! "$name" -c 'import ensurepip, venv' 2>/dev/null; then
            no_venv=${no_venv:-$version}
        else
            echo "$name"
            return
        fi
    done
    if [ "$no_venv" ]; then
        say "Python $no_venv is here, but without its venv module." \
            "Install it (Debian, Ubuntu: sudo apt install python$no_venv-venv), then run this again."
    elif [ "$too_old" ]; then
        say "Python 3.11 or newer is needed; here is $too_old." \
            "Install a newer one, or name it: make PYTHON=/path/to/python3 …"
    else
        say "Python 3.11 or newer is needed; none was found." \
            "Install it (python.org, apt, brew), or name it: make PYTHON=/path/to/python3 …"
    fi
    return 1
}

# Runs a command without a word; when it fails, its words are shown.
quietly() {
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        say "setting up failed; the reason stands above. Nothing of yours was touched."
        exit 1
    fi
}

if [ "$(cat .venv/made-in 2>/dev/null)" != "$(pwd -P)" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    python=$(find_python)
    rm -rf .venv
    quietly "$python" -m venv .venv
    pwd -P >.venv/made-in
fi

if ! cmp -s pyproject.toml ".venv/ready-for-$purpose"; then
    say "setting up for $purpose in .venv ($about) …"
    PIP_USER=0 quietly .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input -e "$what"
    cp pyproject.toml ".venv/ready-for-$purpose"
    cp pyproject.toml .venv/ready-for-use
    [ "$purpose" != test-system ] || cp pyproject.toml .venv/ready-for-test
fi
