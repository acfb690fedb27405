# Completion of reader for bash, printed by: reader completion bash
_reader() {
    local current="${COMP_WORDS[COMP_CWORD]}" program="${1//[\\\'\"]/}" kind line word
    local -a lines
    [[ $program == "~/"* ]] && program="$HOME/${program:2}"
    mapfile -t lines < <(
        "$program" suggest -- "${COMP_WORDS[@]:1:COMP_CWORD-1}" "${current#[\'\"]}" 2>/dev/null # an open quote stays
    )
    kind="${lines[0]}"
    COMPREPLY=()
    for line in "${lines[@]:1}"; do
        word="${line%%$'\t'*}"
        if [[ $word == --*=* && $COMP_WORDBREAKS == *=* ]]; then
            word="${word#*=}" # Readline replaces the text after = only
        fi
        COMPREPLY+=("$word")
    done
    compopt -o nosort 2>/dev/null
    [[ $current == "=" ]] && current=""
    case $kind in
        files) compopt -o default ;;
        folders) compopt -o dirnames ;;
        issue-files)
            compopt -o filenames -o default # filenames: Readline quotes odd characters
            if [[ $current != *[\\\'\"\$]* ]]; then
                mapfile -t lines < <(
                    compgen -d -- "$current"
                    compgen -f -X '!*.yaml' -- "$current"
                    compgen -f -X '!*.yml' -- "$current"
                )
                COMPREPLY+=("${lines[@]}")
            fi
            ;;
    esac
}
complete -F _reader reader
