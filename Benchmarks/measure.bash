# Timing, peak memory, medians and the table of results; sourced by Benchmarks/run.

declare -a rows=()
seconds=0 # of the last `measure`
peak=0    # MiB of the last `measure`

# measure COMMAND...: runs it, its output to $work/last.out and .err; fails as it fails.
measure() {
  local start end pid status=0
  : >"$work/peak"
  start=$EPOCHREALTIME
  "$@" >"$work/last.out" 2>"$work/last.err" &
  pid=$!
  watch_peak "$pid" &
  local watcher=$!
  wait "$pid" || status=$?
  end=$EPOCHREALTIME
  wait "$watcher" 2>/dev/null || true
  seconds=$(awk -v a="$start" -v b="$end" 'BEGIN { printf "%.6f", b - a }')
  peak=$(awk 'BEGIN { m = 0 } { if ($1 > m) m = $1 } END { printf "%.0f", m / 1024 }' "$work/peak")
  if [ "$status" -ne 0 ]; then
    echo "bench: failed ($status): $*" >&2
    tail -n 5 "$work/last.err" >&2
  fi
  return "$status"
}

# The kernel keeps the high-water mark itself, so seldom looking misses only the last moments.
watch_peak() {
  local line
  while [ -r "/proc/$1/status" ]; do
    while read -r line; do
      case "$line" in VmHWM:*) line=${line#VmHWM:}; echo "${line% kB}" >>"$work/peak" ;; esac
    done 2>/dev/null <"/proc/$1/status" || break
    sleep 0.02
  done
}

# quick COMMAND...: seconds of a command that takes milliseconds, without the watcher.
quick() {
  local start=$EPOCHREALTIME
  "$@" >/dev/null 2>"$work/last.err" || { tail -n 5 "$work/last.err" >&2; return 1; }
  seconds=$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.6f", b - a }')
}

# median NUMBER...
median() {
  printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END {
    if (NR % 2) printf "%.6f", v[(NR + 1) / 2]; else printf "%.6f", (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# compare WORK OURS PEER BUDGET: a row of seconds, with OURS ≤ BUDGET × PEER (+ an allowance in seconds), or, for a
# budget like 0.12s, with OURS within it; a budget of - only reports.
compare() {
  local allowance=${5:-0}
  rows+=("$(awk -v w="$1" -v o="$2" -v p="$3" -v b="$4" -v a="$allowance" '
    function time(s) { return s < 0.1 ? sprintf("%.1f ms", s * 1000) : sprintf("%.2f s", s) }
    BEGIN {
      if (b ~ /s$/) { sub(/s$/, "", b); printf "| %s | %s | %s | %.2f × | ≤ %s | %s |", w, time(o), time(p), o / p, time(b + 0), o <= b + 0 ? "yes" : "**no**"; exit }
      limit = b * p + a
      budget = sprintf("≤ %g ×", b); if (a > 0) budget = budget sprintf(" + %g ms", a * 1000)
      if (b == "-") { printf "| %s | %s | %s | %.2f × | | |", w, time(o), time(p), o / p; exit }
      printf "| %s | %s | %s | %.2f × | %s | %s |", w, time(o), time(p), o / p, budget, o <= limit ? "yes" : "**no**"
    }')")
  echo "bench: ${rows[-1]}" >&2
}

# state WORK VALUE BUDGET yes|no: a row without a peer.
state() {
  local verdict=$4
  [ "$verdict" = yes ] || verdict="**no**"
  rows+=("| $1 | $2 | | | $3 | $verdict |")
  echo "bench: ${rows[-1]}" >&2
}

# skip WORK: a row of what could not be measured.
skip() {
  rows+=("| $1 | not measured | | | | |")
  echo "bench: ${rows[-1]}" >&2
}

print_results() {
  echo "# Benchmark results"
  echo
  echo "Medians of $rounds rounds, ours and the peer in turn; $customers customers. Written by \`make bench\`."
  echo
  echo "- machine: $(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo), $(nproc) cores, $(awk '/^MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)"
  echo "- peer: sqlite3 $(sqlite3 --version | cut -d' ' -f1), WAL, synchronous = $synchronous, the same cache"
  echo "- sample company: made in $(awk -v s="$made" 'BEGIN { printf "%.1f s", s }'), store of $(du -m "$base" | cut -f1) MiB"
  echo
  echo "| work | Tenon | peer | ratio | budget | within |"
  echo "|---|---:|---:|---:|---|---|"
  printf '%s\n' "${rows[@]}"
}
