#!/bin/sh
# Makes an environment ready for a purpose; does nothing when it is.
#
#   use, test, test-system, benchmark   .venv         requirements/PURPOSE.txt, to the byte
#   lowest, release                     .venv-PURPOSE requirements/PURPOSE.txt, to the byte
#   latest                              .venv-latest  the newest that pyproject.toml admits, each time
#   lock                                .venv-lock    uv, which writes requirements/
#
# made-in in it holds the folder it was made in: a moved checkout gets a new one.
# ready-for-PURPOSE is what was installed from: any change installs again.
set -eu
cd "$(dirname "$0")/.."
unset PYTHONPATH PYTHONHOME

purpose=$1
venv=.venv about='once, a minute or two'
case $purpose in
    use) about='once, about half a minute' ;;
    latest) venv=.venv-latest about='each time, a minute or two' ;;
    lowest | release | lock) venv=.venv-$purpose ;;
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

# Prints what the purpose is installed from.
source_of() {
    case $1 in
        latest | lock) cat pyproject.toml tools/venv.sh ;;
        *) cat pyproject.toml "requirements/$1.txt" ;;
    esac
}

pip_install() {
    PIP_USER=0 quietly "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$@"
}

if [ "$(cat $venv/made-in 2>/dev/null)" != "$(pwd -P)" ] || ! $venv/bin/python -c '' 2>/dev/null; then
    python=$(find_python)
    rm -rf $venv
    quietly "$python" -m venv $venv
    pwd -P >$venv/made-in
fi

if [ "$purpose" = latest ] || ! source_of "$purpose" | cmp -s - "$venv/ready-for-$purpose"; then
    say "setting up for $purpose in $venv ($about) …"
    case $purpose in
        latest)
            pip_install --upgrade 'pip>=25.1' # the first that knows dependency groups
            pip_install --upgrade --upgrade-strategy eager -e . --group test
            ;;
        lock) pip_install --upgrade 'uv>=0.9' ;;
        *)
            pip_install --require-hashes -r "requirements/$purpose.txt"
            pip_install --no-deps --no-build-isolation -e .
            ;;
    esac
    source_of "$purpose" >"$venv/ready-for-$purpose"
    if [ $venv = .venv ]; then # each holds all of `use`, in the same versions
        source_of use >.venv/ready-for-use
        [ "$purpose" != test-system ] || source_of test >.venv/ready-for-test
    fi
fi
