"""What each shell has to be told once, so that Tab asks this program what can follow.

Every script gives the line up to the cursor and reads one possible word a line, with what it means
behind a tab. Where the program has none, the shell offers files.
"""

from __future__ import annotations

from typing import Final

SHELL_VARIABLE: Final = "_LEARNLEAD_COMPLETE"
"""The environment variable that asks for words, and says for which shell."""

LINE_VARIABLE: Final = "_LEARNLEAD_LINE"
"""The environment variable with what is typed, up to the cursor."""

SCRIPTS: Final = {
    "bash": """\
_learnlead() {
    local IFS=$'\\n' word
    local typed=("${COMP_WORDS[@]:0:COMP_CWORD+1}")
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(_LEARNLEAD_COMPLETE=bash _LEARNLEAD_LINE="${typed[*]}" "$1" 2>/dev/null)
}
complete -o default -F _learnlead learnlead
""",
    "zsh": """\
#compdef learnlead
_learnlead() {
    local word meaning
    local -a words_here
    while IFS=$'\\t' read -r word meaning; do
        words_here+=("${word//:/\\\\:}${meaning:+:$meaning}")
    done < <(_LEARNLEAD_COMPLETE=zsh _LEARNLEAD_LINE="${(j: :)words[1,CURRENT]}" \\
        "${words[1]}" 2>/dev/null)
    if (( $#words_here )); then
        _describe -V learnlead words_here
    else
        _files
    fi
}
if [[ "${funcstack[1]}" = _learnlead ]]; then
    _learnlead "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _learnlead learnlead
fi
""",
    "fish": """\
function __learnlead_words
    set -l line (commandline -cp | string collect)
    set -l words (_LEARNLEAD_COMPLETE=fish _LEARNLEAD_LINE="$line" learnlead 2>/dev/null)
    if count $words >/dev/null
        printf '%s\\n' $words
    else
        __fish_complete_path (commandline -ct)
    end
end
complete --command learnlead --no-files --keep-order --arguments '(__learnlead_words)'
""",
    "powershell": """\
Register-ArgumentCompleter -Native -CommandName learnlead -ScriptBlock {
    param($word, $command, $cursor)
    $length = $cursor - $command.Extent.StartOffset
    $env:_LEARNLEAD_COMPLETE = 'powershell'
    $env:_LEARNLEAD_LINE = $command.ToString().PadRight($length).Substring(0, $length)
    try {
        learnlead 2>$null | ForEach-Object {
            $value, $meaning = $_ -split "`t", 2
            if (-not $meaning) { $meaning = $value }
            [System.Management.Automation.CompletionResult]::new(
                $value, $value, 'ParameterValue', $meaning)
        }
    } finally {
        Remove-Item Env:_LEARNLEAD_COMPLETE, Env:_LEARNLEAD_LINE
    }
}
""",
}
"""By the name of a shell."""
