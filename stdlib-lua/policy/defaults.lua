-- Which pack answers for a field of a customer when no run has set it yet.
return {
  level = "fastener",
  segment = "director",
  grade = "handbook",
}
