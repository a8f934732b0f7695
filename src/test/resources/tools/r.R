suppressMessages(library(PACKAGE))

plain <- function(value) {
  if (is.na(value)) return("null")
  if (is.logical(value)) return(tolower(as.character(value)))
  if (is.numeric(value) && !inherits(value, "POSIXct")) return(format(value, digits = 20, scientific = FALSE))
  text <- if (is.character(value)) value else format(value, tz = "UTC")
  paste0('"', gsub("\n", "\\n", gsub('"', '\\"', text, fixed = TRUE), fixed = TRUE), '"')
}

table <- CALL
rows <- lapply(seq_len(nrow(table)), function(at) {
  cells <- vapply(names(table), function(name) paste0('"', name, '":', plain(table[[name]][at])), "")
  paste0("{", paste(cells, collapse = ","), "}")
})
cat("[", paste(unlist(rows), collapse = ","), "]\n", sep = "")
