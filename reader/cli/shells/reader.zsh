#compdef reader
# Completion of reader for zsh, printed by: reader completion zsh
_reader() {
    local kind line program=${(Q)words[1]}
    local -a lines candidates
    program=${program/#\~\//$HOME/}
    lines=("${(@f)$($program suggest -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    kind=${lines[1]}
    if [[ $PREFIX == --*=* ]]; then
        compset -P '--*='
        lines=("${(@)lines/#--[a-z-]#=/}")
    fi
    for line in "${(@)lines[2,-1]}"; do
        candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    (( $#candidates )) && _describe -V 'reader' candidates
    case $kind in
        files) _files ;;
        folders) _files -/ ;;
        issue-files) _files -g '*.(yaml|yml)' ;;
    esac
}
if [[ $funcstack[1] == _reader ]]; then
    _reader "$@"
else
    compdef _reader reader
fi
