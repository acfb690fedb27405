# Completion of reader for fish, printed by: reader completion fish
function __reader_suggest
    set -l tokens (commandline -opc)
    set -l program (string replace -r '^~/' "$HOME/" -- $tokens[1])
    set -e tokens[1]
    set -l current (commandline -ct)
    set -l typed (string replace -r '^[\'"]' '' -- "$current") # an open quote stays
    set -l lines (command $program suggest -- $tokens "$typed" 2>/dev/null)
    set -l kind $lines[1]
    set -l option (string match -r -- '^--[^=]*=' "$current")
    set -l value (string replace -r -- '^--[^=]*=' '' "$current")
    set -e lines[1]
    printf '%s\n' $lines
    switch "$kind"
        case files
            printf '%s\n' "$option"(__fish_complete_path "$value")
        case folders
            printf '%s\n' "$option"(__fish_complete_directories "$value")
        case issue-files
            __fish_complete_suffix .yaml
    end
end
complete -c reader -f -k -a '(__reader_suggest)'
