-- What holds for the whole book. All amounts of a book are in one currency; a store that names another
-- one (`tenon init --currency`, book.currency) keeps it.
return {
  name = "book",
  title = { en = "The book", zh = "账簿" },
  source = "ours (PR1): the sources reckon in yuan",
  currency = "CNY", -- ISO 4217
}
