// What each shell reads: scripts that ask `news complete INDEX -- WORD…` for what to do and
// `value<TAB>description` lines, and never expand or evaluate an answer.

// Bash hands over `--theme`, `=`, `dark` as three words; they are joined again. From 3.2, macOS's.
const bash = `# bash completion for news; in ~/.bashrc: source <(news completion bash)
_news() {
  local i last word kind= line value words
  words=()
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]} last=$((\${#words[@]} - 1))
    if ((last >= 0)) && [[ ( $word == '=' && \${words[last]} == --* ) || \${words[last]} == --*= ]]; then
      words[last]=\${words[last]}$word
    else
      words[last + 1]=$word
    fi
  done
  last=$((\${#words[@]} - 1))
  word=\${words[last]}
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $kind ]]; then
      kind=$line
      continue
    fi
    value=\${line%%$'\\t'*}
    if [[ $value == --*=* && $COMP_WORDBREAKS == *=* ]]; then value=\${value#*=}; fi
    if [[ $word != [\\'\\"]* ]]; then printf -v value %q "$value"; fi
    COMPREPLY[\${#COMPREPLY[@]}]=$value
  done < <(news complete "$last" -- "\${words[@]}" 2>/dev/null)
  case $kind in
    partial) compopt -o nospace +o default 2>/dev/null ;;
    words) compopt +o default 2>/dev/null ;;
    folders) compopt -o dirnames +o default 2>/dev/null ;;
  esac
}
complete -o default -F _news news
`;

const zsh = `#compdef news
# zsh completion for news; in ~/.zshrc below compinit: source <(news completion zsh)
_news() {
  local kind line
  local -a lines pairs
  lines=("\${(@f)$(news complete $((CURRENT - 2)) -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  kind=\${lines[1]}
  shift lines
  for line in "\${lines[@]}"; do
    [[ -n $line ]] || continue
    pairs+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  case $kind in
    partial) (( $#pairs )) && _describe -V news pairs -S '' ;;
    files) if (( $#pairs )); then _describe -V news pairs; else _files; fi ;;
    folders) if (( $#pairs )); then _describe -V news pairs; else _files -/; fi ;;
    *) (( $#pairs )) && _describe -V news pairs ;;
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _news "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
  compdef _news news
fi
`;

const fish = `# fish completion for news; in ~/.config/fish/config.fish: news completion fish | source
function __news_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l lines (news complete (count $words) -- $words "$current" 2>/dev/null)
    set -l kind $lines[1]
    set -e lines[1]
    if set -q lines[1]
        printf '%s\\n' $lines
    else if test "$kind" = files
        __fish_complete_path "$current"
    else if test "$kind" = folders
        __fish_complete_directories "$current"
    end
end
complete -c news -e
complete -c news -k -f -a '(__news_complete)'
`;

// UTF-8 whatever the code page; PowerShell's own function doubles its many apostrophes.
const powershell = `# PowerShell completion for news; in $PROFILE: news completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName news -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text } })
    $index = if ($wordToComplete -eq '') { $words.Count } else { $words.Count - 1 }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
        $lines = @(& news complete $index '--' @words 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }
    if ($lines.Count -eq 0) { return }
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $value, $text = $_ -split "\`t", 2
        $typed = if ($value -match '^[\\w./=:+-]+\\z') { $value } else {
            "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($value) + "'"
        }
        if (-not $text) { $text = $value }
        [System.Management.Automation.CompletionResult]::new($typed, $value, 'ParameterValue', $text)
    }
}
`;

/** Shell -> script. */
export const SHELL_SCRIPTS: Readonly<Record<string, string>> = { bash, zsh, fish, powershell };
