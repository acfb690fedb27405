# Completion of reader for fish, printed by: reader completion fish
function __reader_suggest
    set -l tokens (commandline -opc)
    set -l program $tokens[1]
    set -e tokens[1]
    set -l current (commandline -ct)
    set -l lines (command $program suggest -- $tokens "$current" 2>/dev/null)
    set -l kind $lines[1]
    set -e lines[1]
    printf '%s\n' $lines
    switch "$kind"
        case files
            __fish_complete_path "$current"
        case folders
            __fish_complete_directories "$current"
        case issue-files
            __fish_complete_suffix .yaml
    end
end
complete -c reader -f -k -a '(__reader_suggest)'
